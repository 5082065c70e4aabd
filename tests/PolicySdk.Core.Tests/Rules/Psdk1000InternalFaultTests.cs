using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK1000 is reported by the generator around Core; here is what Core promises for it.</summary>
public sealed class Psdk1000InternalFaultTests
{
    [Fact]
    public void It_is_fatal_and_shows_a_message_of_any_exception_safely()
    {
        var problem = Problem.Of(RuleIds.InternalFault, RuleVerifier.PolicyPath, default, "Failed: \u202Eline\r\nbreak " + new string('x', 1_000));

        Assert.Equal((ProblemSeverity.Error, true), (problem.Severity, problem.IsFatal));
        Assert.StartsWith("Failed: <U+202E>line<U+000D><U+000A>break xxx", problem.Message, StringComparison.Ordinal);
        Assert.Equal(500, problem.Message.Length);
    }

    [Fact]
    public void A_message_is_never_cut_inside_a_character()
    {
        var problem = Problem.Of(RuleIds.InternalFault, RuleVerifier.PolicyPath, default, new string('x', 498) + "\U0001F600\U0001F600");

        Assert.Equal(new string('x', 498) + "…", problem.Message);
    }

    [Theory]
    [InlineData("policy: sample\nallow: [192.0.2.1]\n")]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("- [}")]
    public void It_stays_away_whatever_a_file_says(string text) => new RuleVerifier(RuleIds.InternalFault).IsQuietIn(text);
}
