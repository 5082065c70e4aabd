using System.Text.Json;

namespace PolicySdk.Cli.Sources;

/// <summary>Asks a server which address it sees, as <c>MapClientAddress</c> of PolicySdk tells it: an object with <c>address</c>, or the text alone.</summary>
internal static class ClientAddressEndpoint
{
    private const int LongestAnswer = 4_096;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="CommandException">The server can't be asked, or answers something else.</exception>
    internal static async Task<string> AskAsync(string address, CancellationToken cancellation)
    {
        // Whoever can change the answer on its way chooses which address is let in.
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            throw CommandException.Usage($"'{address}' is not an https URL. Over http anybody on the way could answer with an address of their own.");
        }

        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience, MaxResponseContentBufferSize = LongestAnswer };
        try
        {
            using var answer = await client.GetAsync(url, cancellation);
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            return answer.IsSuccessStatusCode ? Read(text) ?? throw CommandException.Fault($"{url} did not answer with an address: {Shorten(text)}")
                : throw CommandException.Fault($"{url} answered {(int)answer.StatusCode}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw CommandException.Fault($"{url} could not be reached: {exception.GetBaseException().Message}");
        }
    }

    /// <summary>The address of an answer, or null.</summary>
    internal static string? Read(string answer)
    {
        var text = answer.Trim();
        if (!text.StartsWith('{'))
        {
            return IsAddress(text) ? text : null;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            var address = json.RootElement.EnumerateObject().FirstOrDefault(static property => property.Name.Equals("address", StringComparison.OrdinalIgnoreCase)).Value;
            return address.ValueKind == JsonValueKind.String && IsAddress(address.GetString()!) ? address.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsAddress(string text) => Addresses.IpEntryText.TryParseAddress(Addresses.IpTextSpan.Of(text), out _, out _);

    private static string Shorten(string text) => string.Concat(text.Take(100).Select(static c => char.IsControl(c) ? ' ' : c));
}
