using System.Security.Cryptography;
using VendorApi.Endpoints;
using VendorApi.Tokens;

namespace VendorApi;

/// <summary>The application: what it is made of, and in which order a request meets it.</summary>
internal static class VendorApplication
{
    internal static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddIpPolicies(static options =>
        {
            options.UseClientClaim(ApiTokenHandler.ClientIdClaim);
            options.UseClientAddress<IpPolicies.ClientAddress>();

            // What a refused customer reads to our support, who find it in the log and in /admin/rejections.
            options.ReferenceId = static _ => $"R-{RandomNumberGenerator.GetHexString(8)}";
        });
        builder.Services.AddAuthentication(ApiTokenHandler.SchemeName).AddApiTokens();
        builder.Services.AddAuthorization();
        builder.Services.AddHealthChecks();
        return builder;
    }

    internal static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();

        // Now, not at the first request: a wrong hash keeps the application from starting.
        app.Services.GetRequiredService<ApiTokens>();

        // Behind a load balancer every caller has the load balancer's address until this has read the header.
        app.UseForwardedHeaders();

        // Then: an address that no customer has is refused before a token is read. The client's own list is decided once it is known.
        app.UseIpPolicies();
        app.UseAuthentication();
        app.UseAuthorization();

        app.MapDataEndpoints();
        app.MapWebhookEndpoints();
        app.MapAdminEndpoints();
        app.MapOpenEndpoints();
        return app;
    }
}
