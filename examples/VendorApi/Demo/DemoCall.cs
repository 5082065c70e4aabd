using System.Net;

namespace VendorApi.Demo;

/// <summary>A call of the demo, and the answer that it must get.</summary>
/// <param name="Case">What it shows.</param>
/// <param name="Request">Method and path.</param>
/// <param name="From">The loopback address that it comes from.</param>
/// <param name="Token">The client whose token it carries; null for none. A name that is no client's stands for a token that nobody has.</param>
/// <param name="Status">The status code that is expected.</param>
/// <param name="Reason">The reason that is expected, as the log names it; without a decision, what the answer asks for.</param>
internal sealed record DemoCall(string Case, string Request, string From, string? Token, HttpStatusCode Status, string Reason)
{
    /// <summary>The day on which it happens.</summary>
    public DateOnly Day { get; init; } = new(2034, 6, 30);

    /// <summary>What it says of whom it comes for, in <c>X-Forwarded-For</c>; null where it says nothing.</summary>
    public string? For { get; init; }

    internal IPAddress Source => IPAddress.Parse(From);

    internal string Caller => For is null ? From : $"{From} for {For}";

    internal HttpMethod Method => HttpMethod.Parse(Request.AsSpan(0, Request.IndexOf(' ')));

    internal string Path => Request[(Request.IndexOf(' ') + 1)..];
}
