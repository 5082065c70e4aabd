using System.Globalization;
using System.Net;
using PolicySdk.Addresses;

namespace PolicySdk.Testing;

/// <summary>Who makes a request of a test.</summary>
public sealed record TestCaller
{
    /// <summary>A caller from an address.</summary>
    /// <param name="address">The address of the connection, in the strict grammar of policy files.</param>
    /// <exception cref="ArgumentException">It is not a single address.</exception>
    public TestCaller(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!IpEntryText.TryParseAddress(IpTextSpan.Of(address), out _, out _))
        {
            throw new ArgumentException($"'{address}' is not one address, such as 203.0.113.7 or 2001:db8::7.", nameof(address));
        }

        Address = address;
    }

    /// <summary>The address of the connection.</summary>
    public string Address { get; }

    /// <summary>Whom policies take for the caller, in place of what the application's selector would say; null asks the selector.</summary>
    public string? Client { get; init; }

    /// <summary>When the request is made, by the <see cref="TimeProvider"/> of the services; null is now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What a request carries to come from this caller: for clients that take headers, such as those of SignalR and gRPC.</summary>
    public IReadOnlyDictionary<string, string> Headers => new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [HeaderName] = ToHeader() };

    /// <summary>Read, and taken away, by the host of the tests alone.</summary>
    internal const string HeaderName = "PolicySdk-Test-Caller";

    internal IPAddress IPAddress => IPAddress.Parse(Address);

    /// <summary>Reads what <see cref="Headers"/> wrote.</summary>
    /// <exception cref="FormatException">Something else stands there.</exception>
    internal static TestCaller Parse(string header)
    {
        var fields = header.Split(';');
        if (fields.Length != 3 || !IPAddress.TryParse(fields[0], out _))
        {
            throw new FormatException($"The header {HeaderName} is '{header}', which no TestCaller wrote.");
        }

        return new(fields[0])
        {
            Client = fields[1].Length == 0 ? null : Uri.UnescapeDataString(fields[1][1..]),
            At = fields[2].Length == 0 ? null : DateTimeOffset.ParseExact(fields[2], "O", CultureInfo.InvariantCulture),
        };
    }

    private string ToHeader() => $"{Address};{(Client is null ? "" : "=" + Uri.EscapeDataString(Client))};{At?.ToString("O", CultureInfo.InvariantCulture)}";
}
