#pragma warning disable xUnit1069 // Every test ends in Run, which takes the token.
using System.Globalization;
using System.Text;
using PolicySdk.Core.Tests.Rules;
using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Policies;

/// <summary>
/// Files made to cost much more than they weigh. Each must end, with a plan or a clear error; the time bound is a guard against a test
/// that never ends, far above what is needed, and far below what quadratic work would take.
/// </summary>
public sealed class HostileInputTests
{
    private const int HangGuard = 300_000;
    private const string TooManyMeetings = "The entries of the policy overlap under too many different conditions (dates, environments, exceptions) to be compiled. Give entries that overlap the same conditions, or split the policy.";
    private const string TooManyEntries = "The policy has more than 500,000 entries, networks included. Use wider prefixes or several policies.";

    [Fact(Timeout = HangGuard)]
    public Task A_hundred_thousand_nested_entries_are_compiled() =>
        IsCompiled(Policy(100_000, static i => $"10.0.0.0-{Address(0x0A000000 + i)}"));

    [Fact(Timeout = HangGuard)]
    public Task A_hundred_thousand_overlapping_entries_with_last_days_are_compiled() =>
        IsCompiled(Policy(100_000, static i => $"{{ip: {Address(0x0A000000 + i)}-{Address(0x0A100000 + i)}, expires: {2_000 + i % 1_000:D4}-01-{1 + i % 28:D2}}}"));

    [Fact(Timeout = HangGuard)]
    public Task Half_a_million_entries_are_compiled() => IsCompiled(Policy(500_000, static i => Address(0x0A000000 + i * 2)));

    [Fact(Timeout = HangGuard)]
    public Task A_hundred_thousand_entries_with_a_hundred_claims_are_compiled() =>
        IsCompiled(
            Policy(100_000, static i => Address(0x0A000000 + i * 2)) + "expect:\n"
            + Lines(25, static i => $"  - {{allow: {Address(0x0A000000 + i * 2)}}}\n  - {{deny: 11.{i}.0.0/16}}\n  - {{within: [10.0.0.0/8], on: 2027-01-{1 + i:D2}}}\n  - {{at-most: 100000, family: v4, on: 2027-02-{1 + i:D2}}}"));

    [Fact(Timeout = HangGuard)]
    public Task Proxies_cut_to_pieces_by_the_exceptions_around_them_are_refused() => Run(static () =>
    {
        var clientAddress = "client-address:\n  header: X-Forwarded-For\n  trust:\n    - net: many\n      except:\n" + Lines(3_000, static i => "        - " + Address(0x0A000000 + i * 2));
        var networks = "networks:\n  many:\n    addresses:\n" + Lines(3_000, static i => $"      - 10.0.0.0-{Address(0x0A800000 + i)}");

        var project = CompiledProject.Of((RuleVerifier.ClientAddressPath, clientAddress), (RuleVerifier.NetworksPath, networks));

        Assert.Equal(
            "The trusted proxies and their exceptions overlap too often to be compiled. Write the proxies' addresses without exceptions.",
            Assert.Single(project.Problems, static problem => problem.Severity == ProblemSeverity.Error).Message);
        Assert.False(project.ClientAddress.Model!.IsValid);
    });

    [Fact(Timeout = HangGuard)]
    public Task Claims_that_cost_more_than_they_may_are_refused() => Run(static () =>
    {
        var policy = Policy(10_000, static i => Address(0x0A000000 + i * 2)) + "expect:\n" + Lines(6_000, static i => $"  - {{within: [10.0.0.0/8], on: {2_000 + i / 28:D4}-01-{1 + i % 28:D2}}}");

        var problem = Assert.Single(Compile(policy, null).Problems, static problem => problem.Severity == ProblemSeverity.Error);

        Assert.Equal("The policy has too many claims for so many entries, so this one and those after it are not decided. Use fewer, or wider ones.", problem.Message);
    });

    [Fact(Timeout = HangGuard)]
    public Task One_entry_more_is_refused() => IsRefused(TooManyEntries, Policy(500_001, static i => Address(0x0A000000 + i * 2)));

    [Fact(Timeout = HangGuard)]
    public Task Overlaps_under_ever_new_conditions_are_refused() =>
        IsRefused(TooManyMeetings, Policy(20_000, static i => $"{{ip: 10.0.0.0-{Address(0x0A000000 + i)}, from: {1_000 + i / 28:D4}-01-{1 + i % 28:D2}}}"));

    [Fact(Timeout = HangGuard)]
    public Task The_same_overlap_met_again_at_many_places_is_refused() =>
        IsRefused(
            TooManyMeetings,
            Policy(2_000, static i => $"{{ip: 10.0.0.0/8, from: {1_000 + i / 28:D4}-01-{1 + i % 28:D2}}}") + Lines(20_000, static i => "  - " + Address(0x0A000000 + i * 2)));

    [Fact(Timeout = HangGuard)]
    public Task Dated_exceptions_that_overlap_one_entry_are_refused() =>
        IsRefused(TooManyMeetings, "policy: sample\nallow:\n  - ip: 10.0.0.0/8\n    except:\n" + Lines(20_000, static i => $"      - {{ip: 10.0.0.0-{Address(0x0A000000 + i)}, expires: {1_000 + i / 28:D4}-01-{1 + i % 28:D2}}}"));

    [Fact(Timeout = HangGuard)]
    public Task A_thousand_dated_exceptions_of_one_address_are_refused() =>
        IsRefused(TooManyMeetings, "policy: sample\nallow:\n  - ip: 10.0.0.0/8\n    except:\n" + Lines(1_000, static i => $"      - {{ip: 10.0.0.1, expires: {1_000 + i / 28:D4}-01-{1 + i % 28:D2}}}"));

    [Fact(Timeout = HangGuard)]
    public Task Entries_cut_to_pieces_by_the_exceptions_around_them_are_refused() =>
        IsRefused(
            TooManyMeetings,
            "policy: sample\nallow:\n  - net: many\n    except:\n" + Lines(100_000, static i => "      - " + Address(0x0A000000 + i * 2)),
            "networks:\n  many:\n    addresses:\n" + Lines(100_000, static i => $"      - 10.0.0.0-{Address(0x0A800000 + i)}"));

    [Fact(Timeout = HangGuard)]
    public Task A_hundred_thousand_exceptions_inside_and_around_are_compiled() =>
        IsCompiled(
            "policy: sample\nallow:\n  - net: many\n    except:\n" + Lines(100_000, static i => "      - " + Address(0x14000000 + i * 2)),
            "networks:\n  many:\n    addresses:\n" + Lines(100_000, static i => $"      - {{ip: {Address(0x0A000000 + i * 2)}/31, except: [{Address(0x0A000000 + i * 2)}]}}"));

    [Fact(Timeout = HangGuard)]
    public Task Networks_that_double_at_each_level_are_refused() =>
        IsRefused(TooManyEntries, RuleVerifier.Entry("{net: n30}"), Doubling("192.168.1.1"));

    [Fact(Timeout = HangGuard)]
    public Task Networks_that_double_without_an_entry_that_counts_are_refused() =>
        IsRefused(TooManyEntries, RuleVerifier.Entry("{net: n30}"), Doubling("{ip: 192.168.1.1, off: not now}"));

    [Fact(Timeout = HangGuard)]
    public Task Long_notes_of_a_network_that_is_used_often_are_refused()
    {
        var note = new string('x', 4_000);
        return IsRefused(
            "The notes, owners and tickets of the policy's entries, networks written out, are longer than 32 Mi characters. Shorten those of the networks that are used most.",
            RuleVerifier.Entry("{net: n17}"),
            Doubling($"{{ip: 192.168.1.1, note: {note}, owner: {note}, ticket: {note}}}"));
    }

    [Fact(Timeout = HangGuard)]
    public Task A_chain_of_a_hundred_thousand_networks_is_refused_once() => Run(static () =>
    {
        var networks = "networks:\n  n0: {addresses: [192.168.1.1]}\n" + Lines(100_000, static i => $"  n{i + 1}: {{addresses: [{{net: n{i}}}]}}");

        var project = CompiledProject.Of((RuleVerifier.NetworksPath, networks), (RuleVerifier.PolicyPath, RuleVerifier.Entry("{net: n100000}")));

        Assert.Equal(["The network 'n33' uses networks more than 32 levels deep. Write the addresses of the lower ones here."], project.Problems.Select(static problem => problem.Message));
        Assert.False(Assert.Single(project.Policies).Model.IsValid);
    });

    [Fact(Timeout = HangGuard)]
    public Task A_circle_of_a_hundred_thousand_networks_is_told_once() => Run(static () =>
    {
        var networks = "networks:\n" + Lines(100_000, static i => $"  n{i}: {{addresses: [{{net: n{(i + 1) % 100_000}}}]}}");

        var problem = Assert.Single(CompiledProject.Of((RuleVerifier.NetworksPath, networks)).Problems);

        Assert.Equal("The networks use each other in a circle: n0 -> n1 -> n2 -> 99997 more -> n0. Take one of these uses out.", problem.Message);
    });

    [Fact(Timeout = HangGuard)]
    public Task A_large_network_that_is_used_by_many_is_compiled() =>
        IsCompiled(
            RuleVerifier.Entry("{net: n1}"),
            "networks:\n  big:\n    addresses:\n" + Lines(100_000, static i => "      - " + Address(0x0A000000 + i * 2)) + Lines(100_000, static i => $"  n{i}: {{addresses: [{{net: big}}]}}"));

    [Fact(Timeout = HangGuard)]
    public Task A_hundred_thousand_unknown_keys_are_told_briefly() =>
        AreManyProblems(RuleIds.UnknownKey, "policy: sample\nallow: [192.168.1.1]\n" + Lines(100_000, static i => $"alow{i}: x"));

    [Fact(Timeout = HangGuard)]
    public Task A_hundred_thousand_unknown_networks_among_as_many_known_ones_are_told_briefly() =>
        AreManyProblems(
            RuleIds.UnknownNetwork,
            Policy(100_000, static i => $"{{net: unknown-network-{i}x}}"),
            "networks:\n" + Lines(100_000, static i => $"  unknown-network-{i}: {{addresses: [192.168.1.1]}}"));

    [Fact(Timeout = HangGuard)]
    public Task A_hundred_thousand_clients_are_compiled() =>
        IsCompiled("policy: sample\nclients:\n" + Lines(100_000, static i => $"  c{i}: {{allow: [{Address(0x0A000000 + i)}]}}"));

    private static Task IsCompiled(string policy, string? networks = null) => Run(() =>
    {
        var project = Compile(policy, networks);

        Assert.False(project.HasErrors);
        Assert.True(Assert.Single(project.Policies).Model.IsValid);
    });

    private static Task IsRefused(string message, string policy, string? networks = null) => Run(() =>
    {
        var project = Compile(policy, networks);

        var problem = Assert.Single(project.Problems, static problem => problem.Severity == ProblemSeverity.Error);
        Assert.Equal((RuleIds.UnreadableYaml, true, message, (0, 8)), (problem.Rule, problem.IsFatal, problem.Message, (problem.Range.Line, problem.Range.Column)));
        Assert.False(Assert.Single(project.Policies).Model.IsValid);
    });

    private static Task AreManyProblems(string rule, string policy, string? networks = null) => Run(() =>
    {
        var project = Compile(policy, networks);

        var errors = project.Problems.Where(static problem => problem.Severity == ProblemSeverity.Error).ToList();
        Assert.Equal(ProblemList.Kept + 1, errors.Count);
        Assert.All(errors, problem => Assert.Equal(rule, problem.Rule));
        Assert.False(Assert.Single(project.Policies).Model.IsValid);
    });

    private static Task Run(Action test) => Task.Run(test, TestContext.Current.CancellationToken);

    private static CompiledProject Compile(string policy, string? networks) =>
        networks is null ? CompiledProject.Of((RuleVerifier.PolicyPath, policy)) : CompiledProject.Of((RuleVerifier.NetworksPath, networks), (RuleVerifier.PolicyPath, policy));

    private static string Policy(int count, Func<int, string> entry) => "policy: sample\nallow:\n" + Lines(count, i => "  - " + entry(i));

    private static string Doubling(string leaf) =>
        $"networks:\n  n0: {{addresses: [{leaf}]}}\n" + Lines(30, static i => $"  n{i + 1}: {{addresses: [{{net: n{i}}}, {{net: n{i}}}]}}");

    private static string Lines(int count, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(line(i)).Append('\n');
        }

        return text.ToString();
    }

    private static string Address(int value) => string.Create(CultureInfo.InvariantCulture, $"{value >> 24 & 255}.{value >> 16 & 255}.{value >> 8 & 255}.{value & 255}");
}
