using System.Reflection;
using Microsoft.Extensions.Logging;
using PolicySdk.Audit;
using PolicySdk.Diagnostics;

namespace PolicySdk.Tests;

/// <summary>The names that dashboards depend on, row by row, and the page that lists them.</summary>
public sealed class ObservabilityPageTests
{
    public static TheoryData<IpPolicyReason, string> Tags => new()
    {
        { IpPolicyReason.Undecided, "undecided" },
        { IpPolicyReason.Listed, "listed" },
        { IpPolicyReason.ListedForClient, "listed_for_client" },
        { IpPolicyReason.AnyAddress, "any_address" },
        { IpPolicyReason.NotListed, "not_listed" },
        { IpPolicyReason.NotInForce, "not_in_force" },
        { IpPolicyReason.Blocked, "blocked" },
        { IpPolicyReason.NoAddress, "no_address" },
        { IpPolicyReason.NoClient, "no_client" },
        { IpPolicyReason.UnknownClient, "unknown_client" },
        { IpPolicyReason.ClientFault, "client_fault" },
        { IpPolicyReason.NoPolicy, "no_policy" },
        { IpPolicyReason.InvalidPolicy, "invalid_policy" },
        { IpPolicyReason.Fault, "fault" },
        { IpPolicyReason.TrustedProxy, "trusted_proxy" },
        { IpPolicyReason.MalformedForwardedHeader, "malformed_forwarded_header" },
        { IpPolicyReason.UnverifiedAddress, "unverified_address" },
        { IpPolicyReason.ClientTimeout, "client_timeout" },
        { IpPolicyReason.ClientCanceled, "client_canceled" },
    };

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_reason_has_its_tag(IpPolicyReason reason, string tag) => Assert.Equal(tag, DecisionTags.Of(reason));

    [Fact]
    public void Every_reason_has_a_row() => Assert.Equal(Enum.GetValues<IpPolicyReason>(), Tags.Select(static row => row.Data.Item1));

    [Fact]
    public void The_page_has_every_result()
    {
        var results = DocsPage.Rows("observability.md", "| result |").Select(static row => row[0].Trim('`'));

        // Nothing is ever recorded that was not decided.
        var expected = Tags.Select(static row => row.Data.Item2).Where(static tag => tag != "undecided").Append(DecisionTags.Reported);
        Assert.Equal(expected.Order(StringComparer.Ordinal), results.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_has_every_event()
    {
        Type[] recorders = [typeof(DecisionRecorder), typeof(AuditRecorder)];
        var events = recorders.SelectMany(static type => type.GetNestedTypes(BindingFlags.NonPublic))
            .SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.Public))
            .Select(static method => (method.Name, Event: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(static one => one.Event is not null)
            .OrderBy(static one => one.Event!.EventId)
            .Select(static one => $"{one.Event!.EventId} {one.Name} {one.Event.Level}");

        Assert.Equal(events, DocsPage.Rows("observability.md", "| id |").Select(static row => $"{row[0]} {row[1].Trim('`')} {row[2]}"));
    }
}
