using System.Globalization;
using PolicySdk.Addresses;
using PolicySdk.Generator.Forms.Tables;
using PolicySdk.TestSupport;
using PolicySdk.TestSupport.Cases;

namespace PolicySdk.Conformance.Tests;

/// <summary>Every line of <c>contains.jsonl</c> by compiled code. Built from plans, as some lists are open to the world, which no file may be.</summary>
public sealed class ContainsCasesTests
{
    [Fact]
    public void Every_caller_is_allowed_or_not()
    {
        Assert.SkipUnless(SharedCases.AreAvailable, SharedCases.MissingReason);
        var cases = SharedCases.Read<ContainsCase>(ContainsCase.File);
        var lists = cases.Select(static c => string.Join(" ", c.Entries)).Distinct().ToList();
        var assembly = PlanCompilation.Load([.. lists.Select(static (list, i) => PlanCompilation.Allow(Identifier(i), [.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse)]))], new LiteralRoom(4 * 1024 * 1024));

        Assert.NotEmpty(cases);
        Assert.Equal(SharedCases.CountLines(ContainsCase.File), cases.Count);
        Assert.All(cases, c => AssertAnswer(c, GeneratorHarness.Create(assembly, Identifier(lists.IndexOf(string.Join(" ", c.Entries))))));
    }

    // The platform's own parser reads the caller, so that mapped forms and zones reach the policy as a server would hand them on.
    private static void AssertAnswer(ContainsCase c, IpPolicy policy)
    {
        var caller = TestSupport.Cases.CallerAddress.Read(c.Ip) is null ? null : System.Net.IPAddress.TryParse(c.Ip, out var raw) ? raw : TestSupport.Cases.CallerAddress.Read(c.Ip);
        var decision = policy.Evaluate(caller, "somebody");

        Assert.Equal(c.Expect, decision.IsAllowed);
        Assert.Equal(c.Expect, decision.Entry is { } entry && c.Caller is { } address && Parse(entry.Text).Contains(address));
    }

    private static string Identifier(int index) => "Case" + index.ToString(CultureInfo.InvariantCulture);

    private static IpRange Parse(string text) => IpEntryText.TryParse(text, out var range, out _) ? range : throw new InvalidDataException(text);
}
