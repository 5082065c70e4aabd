using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PolicySdk.Enforcement;

/// <summary>The client by a key that it sends in a header, of which only the hash is known.</summary>
internal sealed class ApiKeySelector
{
    // The parameter of the public method.
    private const string Hashes = "hashes";

    private readonly string _headerName;
    private readonly (string ClientId, byte[] Hash)[] _clients;

    internal ApiKeySelector(string headerName, IEnumerable<KeyValuePair<string, string>> hashes)
    {
        _headerName = headerName;
        _clients = [.. hashes.Select(static one => (one.Key, Read(one)))];
        if (_clients.Any(static client => client.ClientId.Length == 0))
        {
            throw new ArgumentException("A client needs an id.", Hashes);
        }

        if (_clients.GroupBy(static client => Convert.ToHexStringLower(client.Hash)).FirstOrDefault(static same => same.Count() > 1) is { } shared)
        {
            var names = string.Join(" and ", shared.Select(static client => $"'{client.ClientId}'"));
            throw new ArgumentException($"The clients {names} have the same key, so nobody could tell which of them calls.", Hashes);
        }
    }

    /// <summary>No header names no client; a key that nobody has, and two keys, name one that nobody knows.</summary>
    internal string? Select(HttpContext context)
    {
        var values = context.Request.Headers[_headerName];
        return values.Count == 0 ? null : values.Count == 1 && values[0] is { Length: > 0 } key ? Find(key) : "";
    }

    // Every hash is compared, each in constant time: how long it takes tells nothing.
    private string Find(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        var found = "";
        foreach (var (clientId, known) in _clients)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, known) ? clientId : found;
        }

        return found;
    }

    private static byte[] Read(KeyValuePair<string, string> one) =>
        one.Value is { Length: SHA256.HashSizeInBytes * 2 } text && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : throw new ArgumentException(
                $"The key of the client '{one.Key}' must be given as its SHA-256 in 64 hexadecimal digits, never as the key itself.", Hashes);
}
