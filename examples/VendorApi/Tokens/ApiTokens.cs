using System.Security.Cryptography;

namespace VendorApi.Tokens;

/// <summary>Whose token is it? Reads the hashes from configuration: <c>ApiTokens:acme-prod</c> is the hash of Acme's token.</summary>
internal sealed class ApiTokens(IConfiguration configuration)
{
    internal const string Section = "ApiTokens";

    private readonly (string ClientId, byte[] Hash)[] _hashes = [.. configuration.GetSection(Section).GetChildren().Select(Read)];

    internal string? FindClient(string token)
    {
        var hash = ApiToken.Hash(token);
        string? found = null;
        foreach (var (clientId, known) in _hashes)
        {
            // Every hash is compared, each in constant time: how long it takes tells nothing.
            found = CryptographicOperations.FixedTimeEquals(hash, known) ? clientId : found;
        }

        return found;
    }

    private static (string ClientId, byte[] Hash) Read(IConfigurationSection section)
    {
        if (!IpPolicy.Of<IpPolicies.DataApi>().ClientIds.Contains(section.Key))
        {
            throw new InvalidOperationException($"{section.Path} is the token of a client that the policy data-api does not know.");
        }

        return section.Value is { Length: SHA256.HashSizeInBytes * 2 } text && text.All(char.IsAsciiHexDigit)
            ? (section.Key, Convert.FromHexString(text))
            : throw new InvalidOperationException($"{section.Path} must be the SHA-256 of a token, in hexadecimal. Run with --new-token to make one.");
    }
}
