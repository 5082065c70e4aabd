using VendorApi.Tokens;

namespace VendorApi;

/// <summary>Serves until it is stopped, and tells a developer what to try.</summary>
internal static class Server
{
    internal static async Task<int> RunAsync(string[] args)
    {
        var builder = VendorApplication.CreateBuilder(args);
        var hasTokens = RandomTokens.AreConfigured(builder.Configuration);
        var random = builder.Environment.IsDevelopment() && !hasTokens ? RandomTokens.AddTo(builder.Configuration) : null;

        await using var app = VendorApplication.Build(builder);
        await app.StartAsync();
        if (random is not null)
        {
            PrintWhatToTry(app.Urls.First(), random);
        }
        else if (!hasTokens)
        {
            app.Logger.LogWarning("No API token is configured, so nobody can call /v1. Run with --new-token to make one.");
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    private static void PrintWhatToTry(string url, Dictionary<string, string> tokens) => Console.WriteLine($"""
        No API token is configured and this is Development, so each client has a random one until the process ends:
        {string.Join('\n', tokens.Select(static token => $"  {token.Key,-12} {token.Value}"))}

        Try, in another terminal:
          ACME='Authorization: Bearer {tokens["acme-prod"]}'
          curl {url}/me/address                                                # the address that the server sees
          curl --header "$ACME" {url}/v1/prices/VND                            # a shared address: allowed
          curl --header "$ACME" --interface 127.0.0.2 {url}/v1/holdings/core   # Acme's address: allowed
          curl --header "$ACME" --interface 127.0.0.3 {url}/v1/holdings/core   # Birch's address: refused
          curl --header "$ACME" --interface 127.0.0.9 {url}/v1/holdings/core   # nobody's address: refused

        """);
}
