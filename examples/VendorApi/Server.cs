using VendorApi.Tokens;

namespace VendorApi;

/// <summary>Serves until it is stopped, and tells a developer what to try.</summary>
internal static class Server
{
    internal static async Task<int> RunAsync(string[] args)
    {
        var builder = VendorApplication.CreateBuilder(args);
        var tokens = builder.Environment.IsDevelopment() && !RandomTokens.AreConfigured(builder.Configuration)
            ? RandomTokens.AddTo(builder.Configuration)
            : [];

        await using var app = VendorApplication.Build(builder);
        await app.StartAsync();
        if (tokens.Count > 0)
        {
            PrintWhatToTry(app.Urls.First(), tokens);
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    private static void PrintWhatToTry(string address, Dictionary<string, string> tokens)
    {
        Console.WriteLine("API tokens of this run (random, because none are configured and this is Development):");
        foreach (var (clientId, token) in tokens)
        {
            Console.WriteLine($"  {clientId,-12} {token}");
        }

        var acme = $"--header 'Authorization: Bearer {tokens["acme-prod"]}'";
        Console.WriteLine($"""
            Try:
              curl {address}/me/address                                        # which address the server sees
              curl {acme} {address}/v1/prices/VND                              # shared address: allowed
              curl {acme} --interface 127.0.0.2 {address}/v1/holdings/core     # Acme's own address: allowed
              curl {acme} --interface 127.0.0.3 {address}/v1/holdings/core     # Birch's address: refused
              curl {acme} --interface 127.0.0.9 {address}/v1/holdings/core     # nobody's address: refused
            """);
    }
}
