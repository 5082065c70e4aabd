using System.Net.Http.Headers;
using VendorApi.Endpoints;
using VendorApi.Tokens;

namespace VendorApi.Demo;

/// <summary>What the callers of the demo know: their API tokens, and the secret of the webhook. Random, and gone with the process.</summary>
internal sealed class DemoSecrets
{
    private static readonly byte[] Delivery = "{}"u8.ToArray();

    private readonly Dictionary<string, string> _tokens;
    private readonly string _webhookSecret = ApiToken.Create();

    private DemoSecrets(IConfigurationBuilder configuration)
    {
        _tokens = RandomTokens.AddTo(configuration);
        configuration.AddInMemoryCollection([KeyValuePair.Create(WebhookEndpoints.SecretKey, (string?)_webhookSecret)]);
    }

    /// <summary>Makes them, and configures the application with what it must know of them.</summary>
    internal static DemoSecrets AddTo(IConfigurationBuilder configuration) => new(configuration);

    /// <summary>Gives a request the token or the signed body that its call has.</summary>
    internal void AddTo(HttpRequestMessage request, DemoCall call)
    {
        if (call.Token is { } client)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _tokens.GetValueOrDefault(client) ?? ApiToken.Create());
        }

        if (request.Method == HttpMethod.Post)
        {
            request.Content = new ByteArrayContent(Delivery);
            request.Headers.Add(WebhookEndpoints.SignatureHeader, WebhookEndpoints.Sign(_webhookSecret, Delivery));
        }
    }
}
