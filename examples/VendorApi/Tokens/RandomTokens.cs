namespace VendorApi.Tokens;

/// <summary>Tokens that live as long as the process, for a developer's machine and the demo.</summary>
internal static class RandomTokens
{
    internal static bool AreConfigured(IConfiguration configuration) => configuration.GetSection(ApiTokens.Section).GetChildren().Any();

    /// <summary>Makes a token for each client of the data API and configures its hash.</summary>
    /// <returns>The tokens by client id.</returns>
    internal static Dictionary<string, string> AddTo(IConfigurationBuilder configuration)
    {
        var tokens = IpPolicy.Of<IpPolicies.DataApi>().ClientIds.ToDictionary(static clientId => clientId, static _ => ApiToken.Create());
        configuration.AddInMemoryCollection(tokens.Select(static token =>
            KeyValuePair.Create($"{ApiTokens.Section}:{token.Key}", (string?)Convert.ToHexStringLower(ApiToken.Hash(token.Value)))));
        return tokens;
    }
}
