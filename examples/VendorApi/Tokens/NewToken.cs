namespace VendorApi.Tokens;

/// <summary><c>--new-token</c>: a token for a customer, and its hash for the server.</summary>
internal static class NewToken
{
    internal static int Print()
    {
        var token = ApiToken.Create();
        Console.WriteLine($"""
            token: {token}
            hash:  {Convert.ToHexStringLower(ApiToken.Hash(token))}
            Give the token to the customer, over a channel that only they read; it is not kept anywhere. Configure the hash:
              ApiTokens:acme-prod = HASH     (user secrets, a mounted settings file, or the environment variable ApiTokens__acme-prod)
            """);
        return 0;
    }
}
