using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK2015: exceptions that remove nothing, or everything.</summary>
public sealed class Psdk2015IneffectiveExceptTests
{
    private static readonly RuleVerifier Rule = new RuleVerifier(RuleIds.IneffectiveExcept).Warns;

    [Theory]
    [InlineData("{ip: 10.0.0.0/24, except: [10.0.0.1, [|10.0.1.1|]]}", "The exception 10.0.1.1 removes nothing: 10.0.0.0/24 has none of its addresses. Correct one of the two.")]
    [InlineData("{ip: 10.0.0.0/24, except: [{ip: 10.0.0.0/25, except: [[|10.0.0.200|]]}]}", "The exception 10.0.0.200 removes nothing: 10.0.0.0/25 has none of its addresses. Correct one of the two.")]
    [InlineData("{ip: [|10.0.0.0/24|], except: [10.0.0.0/25, 10.0.0.128/25]}", "The exceptions remove all of 10.0.0.0/24: nothing is left. Remove it, or narrow the exceptions.")]
    [InlineData("{ip: [|10.0.0.7|], except: [10.0.0.0/8]}", "The exceptions remove all of 10.0.0.7: nothing is left. Remove it, or narrow the exceptions.")]
    [InlineData("{ip: 10.0.0.0/24, except: [{ip: [|10.0.0.3|], except: [10.0.0.3]}]}", "The exceptions remove all of 10.0.0.3: nothing is left. Remove it, or narrow the exceptions.")]
    public void An_exception_without_sense_is_told(string entry, string message) => Rule.FiresIn(RuleVerifier.Entry("10.9.0.1\n  - " + entry), message);

    [Fact]
    public void Networks_count_as_what_they_hold() =>
        Rule.Fires(
            [
                (RuleVerifier.NetworksPath, "networks:\n  office: {addresses: [10.0.0.0/24, 10.2.0.0/24]}\n  kiosks: {addresses: [10.3.0.1]}\n"),
                (RuleVerifier.PolicyPath, "policy: sample\nallow:\n  - {net: office, except: [10.2.0.7, {net: [|kiosks|]}]}\n"),
            ],
            "The exception network 'kiosks' removes nothing: network 'office' has none of its addresses. Correct one of the two.");

    [Theory]
    [InlineData("{ip: 10.0.0.0/24, except: [10.0.0.1]}")]
    [InlineData("{ip: 10.0.0.0/24, except: [10.0.0.0/16], off: not now}\n  - 10.0.0.1")]
    [InlineData("{ip: 10.0.0.0/24, except: [{ip: 10.0.0.0/16, from: 2027-01-01}]}")]
    [InlineData("{ip: 10.0.0.0/24, except: [{ip: 10.0.1.1, off: kept}]}")]
    [InlineData("{ip: 10.0.0.0/24, waive: {rule: PSDK2015, reason: Soon, until: 2026-12-31}, except: [10.0.0.0/16]}\n  - 10.9.0.1")]
    public void An_exception_with_sense_draws_nothing(string entry) => Rule.IsQuietIn(RuleVerifier.Entry(entry));
}
