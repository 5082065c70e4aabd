using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace VendorApi.Tokens;

/// <summary>An API token: 256 random bits. The server knows its SHA-256 only, which needs no salt, as no such token can be guessed.</summary>
internal static class ApiToken
{
    // Lets scanners for leaked secrets find a token in the wrong place.
    private const string Prefix = "vendor_";

    internal static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    internal static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
