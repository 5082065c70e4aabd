using Microsoft.AspNetCore.Authentication;

namespace VendorApi.Tokens;

/// <summary>Adds API tokens to an application.</summary>
internal static class ApiTokenAuthenticationExtensions
{
    internal static AuthenticationBuilder AddApiTokens(this AuthenticationBuilder builder)
    {
        builder.Services.AddSingleton<ApiTokens>();
        return builder.AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(ApiTokenHandler.SchemeName, configureOptions: null);
    }
}
