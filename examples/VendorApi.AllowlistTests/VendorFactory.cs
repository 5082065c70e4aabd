using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace VendorApi.AllowlistTests;

/// <summary>The application as in production, with a token for one customer, and callers from anywhere.</summary>
public sealed class VendorFactory : WebApplicationFactory<Program>
{
    private const string Token = "a token of these tests";

    /// <summary>What Acme sends.</summary>
    internal static AuthenticationHeaderValue AcmeToken => new("Bearer", Convert.ToBase64String(Encoding.UTF8.GetBytes(Token)));

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Production")
        .UseSetting("ApiTokens:acme-prod", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AcmeToken.Parameter!))))
        .UseTestCallers();
}
