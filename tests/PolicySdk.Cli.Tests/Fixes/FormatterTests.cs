using PolicySdk.Cli.Fixes;

namespace PolicySdk.Cli.Tests.Fixes;

public sealed class FormatterTests
{
    [Theory]
    [InlineData("policy: api  \nallow:\n  - 192.0.2.1\t\n\n\n\n", "policy: api\nallow:\n  - 192.0.2.1\n")]
    [InlineData("\n\npolicy: api\n\n\n\nallow: [192.0.2.1]", "policy: api\n\nallow: [192.0.2.1]\n")]
    [InlineData("policy: api\r\nallow:\n  - 192.0.2.1\r\n", "policy: api\r\nallow:\r\n  - 192.0.2.1\r\n")]
    [InlineData("policy: api\ndescription: \"two  \n\n\n  lines\"\nallow: [192.0.2.1]\n", "policy: api\ndescription: \"two  \n\n\n  lines\"\nallow: [192.0.2.1]\n")]
    [InlineData("policy: api\nallow:\n  - {ip: 192.0.2.1,     note: columns stay}  # and comments  \n", "policy: api\nallow:\n  - {ip: 192.0.2.1,     note: columns stay}  # and comments\n")]
    [InlineData("policy: [api\n", "policy: [api\n")]
    [InlineData("{policy: api,  \n\n\n allow: [192.0.2.1]}", "{policy: api,\n\n allow: [192.0.2.1]}\n")]
    public void Only_the_layout_changes(string text, string expected)
    {
        var laidOut = Formatter.Format(new("policies/api.policy.yaml", text, HasMark: false, IsUtf8: true));

        Assert.Equal(expected, laidOut.Text);
        Assert.Equal(laidOut, Formatter.Format(laidOut));
    }

    [Fact]
    public async Task A_check_writes_nothing()
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: api \nallow: [192.0.2.1]\n"));

        Assert.Equal(1, (await command.RunAsync("fmt", "--check")).ExitCode);
        Assert.Equal("policy: api \nallow: [192.0.2.1]\n", command.Read("api.policy.yaml"));
        await command.SucceedAsync("fmt");
        Assert.Equal(0, (await command.RunAsync("fmt", "--check")).ExitCode);
    }

    [Fact]
    public async Task A_file_that_can_not_be_read_is_no_file_that_is_laid_out()
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: [api\n"));

        Assert.Equal(1, (await command.RunAsync("fmt", "--check")).ExitCode);
    }
}
