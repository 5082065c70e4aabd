using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK2002: IPv4 texts that other programs read, each in its own way.</summary>
public sealed class Psdk2002AmbiguousIPv4Tests
{
    private static readonly RuleVerifier Rule = new(RuleIds.AmbiguousIPv4);

    [Theory]
    [InlineData("10.0.0.[|010|]", "'010' in '10.0.0.010' has a leading zero, which some programs read as octal. Write the decimal number without it.")]
    [InlineData("[|0x7f.0.0.1|]", "'0x7f.0.0.1' is hexadecimal. Write four decimal numbers.")]
    [InlineData("[|2130706433|]", "'2130706433' is a single number. Write four decimal numbers with dots.")]
    [InlineData("[|10.1|]", "'10.1' has fewer than four parts, which some programs fill up in surprising ways. Write all four.")]
    [InlineData("[|10|]/8", "'10' is a single number. Write four decimal numbers with dots.")]
    [InlineData("192.0.2.1-192.0.2.[|09|]", "'09' in '192.0.2.1-192.0.2.09' has a leading zero, which some programs read as octal. Write the decimal number without it.")]
    public void A_text_with_two_readings_is_refused(string entry, string message) => Rule.FiresIn(RuleVerifier.Entry(entry), message);

    [Theory]
    [InlineData("10.0.0.10")]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.0/8")]
    public void Plain_decimal_is_taken(string entry) => Rule.IsQuietIn(RuleVerifier.Entry(entry));
}
