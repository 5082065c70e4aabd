using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PolicySdk.TestSupport.Cases;

namespace PolicySdk.Conformance.Tests.ClientAddresses;

/// <summary>Every line of <c>client_ip.jsonl</c>: the client that the enforcement sees, or that it refuses, or that the application does not start.</summary>
public sealed class ClientAddressCasesTests
{
    private static readonly Lazy<IReadOnlyList<ClientAddressCase>> Cases = new(
        static () => SharedCases.AreAvailable ? SharedCases.Read<ClientAddressCase>(ClientAddressCase.File) : []);

    /// <summary>The numbers of the lines; one of them where there is no file, to say so.</summary>
    public static TheoryData<int> Lines => [.. Enumerable.Range(1, Math.Max(1, Cases.Value.Count))];

    [Fact]
    public void No_line_is_left_out()
    {
        Assert.SkipUnless(SharedCases.AreAvailable, SharedCases.MissingReason);
        Assert.Equal(SharedCases.CountLines(ClientAddressCase.File), Cases.Value.Count);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task The_client_is_found_or_refused(int line)
    {
        Assert.SkipUnless(SharedCases.AreAvailable, SharedCases.MissingReason);
        var c = Cases.Value[line - 1];
        await (c.Reason switch
        {
            "peer" or "forwarded" => AssertFoundAsync(c),
            "no-peer-ip" or "unspecified-in-header" => AssertRefusedAsync(c, IpPolicyReason.NoAddress),
            "malformed-forwarded-header" => AssertRefusedAsync(c, IpPolicyReason.MalformedForwardedHeader),
            "forwarded-not-supported-by-ForwardedHeadersMiddleware" => AssertForwardedUnsupportedAsync(c),
            "config-refused: trust-all" => AssertTrustOfAllRefusedAsync(c),
            "config-refused: two-headers" => AssertDoesNotStartAsync(ClientAddressFile.Of(c.Trusted, "[X-Forwarded-For, Forwarded]"), ClientAddressFile.Of(c.Trusted, "'X-Forwarded-For, Forwarded'")),
            "config-refused: leftmost-is-spoofable" => AssertDoesNotStartAsync(ClientAddressFile.Of(c.Trusted, ClientAddressCase.ForwardedFor, "mode: leftmost")),
            "config-refused: unix-peer-trust-needs-opt-in" => AssertUnixNeedsOptInAsync(c),
            _ => throw new NotSupportedException($"Nothing says how '{c.Reason}' is refused."),
        });
    }

    private static async Task AssertFoundAsync(ClientAddressCase c)
    {
        var expected = IPAddress.Parse(c.ExpectedClient!);
        Assert.Equal(c.ClientIsTrustedProxy ? new(null, IpPolicyReason.TrustedProxy) : new(expected, null), await AskAsync(c));
        Assert.Equal(new(expected, null), await AskAsync(c, static options => options.AllowRequestsFromTrustedProxies = true));
    }

    private static async Task AssertRefusedAsync(ClientAddressCase c, IpPolicyReason reason)
    {
        Assert.Null(c.ExpectedClient);
        Assert.Equal(new(null, reason), await AskAsync(c));
        Assert.Equal(new(null, reason), await AskAsync(c, static options => options.AllowRequestsFromTrustedProxies = true));
    }

    // No file can ask for it, and with another header nobody is named.
    private static async Task AssertForwardedUnsupportedAsync(ClientAddressCase c)
    {
        await AssertDoesNotStartAsync(ClientAddressFile.Of(c.Trusted, "Forwarded"));
        await AssertRefusedByDefaultAsync(c, IpPolicyReason.TrustedProxy);
    }

    // Neither a file nor the options of ASP.NET Core can say it; options that nobody sees don't get their way.
    private static async Task AssertTrustOfAllRefusedAsync(ClientAddressCase c)
    {
        await AssertDoesNotStartAsync(ClientAddressFile.Of(["0.0.0.0/0", "::/0"], ClientAddressCase.ForwardedFor));
        await Assert.ThrowsAsync<OptionsValidationException>(() => ServedApp.StartAsync(
            Transport.From(c.Remote), services: services => services.Configure<ForwardedHeadersOptions>(options => BelieveAnybody(options, c))));

        var unseen = new ForwardedHeadersOptions();
        BelieveAnybody(unseen, c);
        await using var app = await ServedApp.StartAsync(Transport.From(c.Remote), use: app => app.UseForwardedHeaders(unseen));
        var answer = await app.AskAsync(c.HeaderLines);
        Assert.True(answer.Refusal is IpPolicyReason.UnverifiedAddress or IpPolicyReason.NoAddress || c.Remote == answer.Client?.ToString());
    }

    private static async Task AssertUnixNeedsOptInAsync(ClientAddressCase c)
    {
        await AssertDoesNotStartAsync(ClientAddressFile.Of(c));
        c = c with { TrustedProxies = System.Text.Json.JsonSerializer.SerializeToElement<string[]>(["198.51.100.1"]) };
        await AssertRefusedByDefaultAsync(c, IpPolicyReason.NoAddress);
        Assert.Equal(new(IPAddress.Parse(c.SourceExpected!), null), await AskAsync(c, static options => options.TrustPeersWithoutAddress = true));
    }

    private static async Task AssertRefusedByDefaultAsync(ClientAddressCase c, IpPolicyReason reason) => Assert.Equal(new(null, reason), await AskAsync(c));

    private static async Task AssertDoesNotStartAsync(params string[] files)
    {
        foreach (var file in files)
        {
            var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => ServedApp.StartAsync(Transport.From("127.0.0.1"), ClientAddressFile.Use(file)));
            Assert.Contains("client-address.yaml has an error", exception.Message, StringComparison.Ordinal);
        }
    }

    // Where nobody is trusted there is no file, and the middleware may be there all the same.
    private static async Task<ServedApp.Answer> AskAsync(ClientAddressCase c, Action<IpPolicyOptions>? more = null)
    {
        await using var app = await ServedApp.StartAsync(
            Transport.From(c.Remote),
            options =>
            {
                if (c.Trusted.Count > 0)
                {
                    ClientAddressFile.Use(ClientAddressFile.Of(c))(options);
                }

                more?.Invoke(options);
            },
            use: static app => app.UseForwardedHeaders());
        return await app.AskAsync(c.HeaderLines);
    }

    private static void BelieveAnybody(ForwardedHeadersOptions options, ClientAddressCase c)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
        options.ForwardLimit = c.ForwardLimit;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
    }
}
