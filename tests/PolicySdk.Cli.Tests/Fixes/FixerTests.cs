using CsCheck;
using PolicySdk.Cli.Differences;
using PolicySdk.Cli.Fixes;
using PolicySdk.Cli.Sources;
using PolicySdk.Cli.Tests.Differences;
using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Cli.Tests.Fixes;

public sealed class FixerTests
{
    private static readonly CalendarDate Today = new(2030, 1, 2);

    [Fact]
    public void Nothing_is_left_that_is_said_to_be_mended_and_no_decision_changes() => SmallWorld.Worlds
        .Where(static world => Problems(FolderOf(world.Text)).All(static problem => problem.Severity != ProblemSeverity.Error)).Sample(
        static world =>
        {
            var folder = FolderOf(world.Text);
            var mended = new Fixer(Today).Fix(folder);

            Assert.Equal("same decisions", ProjectDifference.Of(folder.Parse(), mended.Parse(), Today).Verdict);
            Assert.DoesNotContain(Problems(mended), problem => IsMendable(problem) && !IsNeeded(mended, problem));
            Assert.Equal(mended.Files, new Fixer(Today).Fix(mended).Files);
        },
        iter: 500);

    [Theory]
    [InlineData("- 192.0.2.1/24", "- 192.0.2.0/24")]
    [InlineData("- \"2001:db8::1/32\"", "- \"2001:db8::/32\"")]
    [InlineData("- {ip: ::ffff:192.0.2.1, note: x}", "- {ip: 192.0.2.1, note: x}")]
    [InlineData("- \"::ffff:192.0.2.0/120\"", "- 192.0.2.0/24")]
    [InlineData("- \"2001:0DB8::01\"   # why", "- \"2001:db8::1\"   # why")]
    [InlineData("- 2001:db8::", "- \"2001:db8::\"")]
    [InlineData("- {ip: fe80::}", "- {ip: \"fe80::\"}")]
    [InlineData("- 192.0.2.1\n  - 192.0.2.1  # again", "- 192.0.2.1")]
    [InlineData("- 192.0.2.0/24\n  - {ip: 192.0.2.7, note: inside}", "- 192.0.2.0/24")]
    [InlineData("- 192.0.2.1\n  - {ip: 192.0.2.9, expires: 2029-01-01}", "- 192.0.2.1")]
    public void What_has_one_clear_fix_is_mended(string entries, string expected)
    {
        var mended = new Fixer(Today).Fix(FolderOf($"policy: api\nallow:\n  {entries}\n"));

        Assert.Equal($"policy: api\nallow:\n  {expected}\n", mended.Files[0].Text);
    }

    [Theory]
    [InlineData("- {ip: 192.0.2.9, expires: 2029-01-01}")] // the last one of its list
    [InlineData("- 192.0.2.0/24\n  - 192.0.2.256")]
    [InlineData("- 192.0.2.0/24\n  - 192.0.2.1/0")] // everybody
    [InlineData("- {ip: 203.0.113.64/2, note: Typo for /28}\n  - {ip: 203.0.113.7, note: A customer}")]
    [InlineData("- 192.0.2.0/24\n  - {ip: 203.0.113.64/28, except: [{ip: 203.0.113.65, expires: 2029-01-01}]}")]
    [InlineData("- 192.0.2.1\n  - 192.0.2.1\n  - vpn.example.com")] // what an error hides can't be compared
    [InlineData("- example.org")]
    [InlineData("- 192.0.2.1\r  - 192.0.2.1")] // lines that can't be edited one by one
    public void What_is_for_people_to_decide_stays(string entries)
    {
        var folder = FolderOf($"policy: api\nallow:\n  {entries}\n");

        Assert.Equal(folder.Files, new Fixer(Today).Fix(folder).Files);
    }

    [Fact]
    public void An_entry_that_a_block_hides_stays_though_an_exception_of_it_is_past()
    {
        var folder = FolderOf("policy: api\nallow: [192.0.2.1]\nclients:\n  acme:\n    allow:\n      - 192.0.2.4\n      - {ip: 198.51.100.0/24, except: [{ip: 198.51.100.1, expires: 2029-01-01}]}\nblock:\n  - 198.51.100.0/24\n");

        Assert.Equal(folder.Files, new Fixer(Today).Fix(folder).Files);
    }

    [Theory]
    [InlineData("networks:\n  office:\n    addresses: [vpn.example.com]\n  lab:\n    addresses:\n      - 203.0.113.7\n      - {ip: 203.0.113.9, expires: 2029-01-01}\n")]
    [InlineData("networks:\n  lab:\n    addresses:\n      - 203.0.113.77\n      - {ip: 203.0.113.0/28, except: [{ip: 203.0.113.9, expires: 2029-01-01}]}\n")]
    public void Networks_that_nothing_uses_keep_what_they_have(string networks)
    {
        var folder = FolderOf("policy: api\nallow: [192.0.2.1]\n").With(new("policies/n.networks.yaml", networks, HasMark: false, IsUtf8: true));

        Assert.Equal(folder.Files, new Fixer(Today).Fix(folder).Files);
    }

    [Fact]
    public void A_client_keeps_its_last_entry()
    {
        var folder = FolderOf("policy: api\nallow:\n  - 192.0.2.1\nclients:\n  acme:\n    allow:\n      - {ip: 192.0.2.9, expires: 2029-01-01}\n  birch:\n    allow:\n      - 192.0.2.10\n");

        Assert.Equal(folder.Files, new Fixer(Today).Fix(folder).Files);
    }

    [Fact]
    public void An_entry_that_a_claim_speaks_of_stays()
    {
        var folder = FolderOf("policy: api\nallow:\n  - 192.0.2.1\n  - {ip: 192.0.2.9, expires: 2029-01-01}\nexpect:\n  - {allow: 192.0.2.9, on: 2028-01-01}\n");

        Assert.Equal(folder.Files, new Fixer(Today).Fix(folder).Files);
    }

    [Fact]
    public void Thousands_are_mended_at_once()
    {
        var entries = string.Concat(Enumerable.Range(0, 2_500).Select(static i => $"  - 10.0.{i / 256}.{i % 256}\n"));
        var mended = new Fixer(Today).Fix(FolderOf("policy: api\nallow:\n" + entries + entries));

        Assert.Equal("policy: api\nallow:\n" + entries, mended.Files[0].Text);
    }

    private static PolicyFolder FolderOf(string text) => new("/", "policies", [new("policies/api.policy.yaml", text, HasMark: false, IsUtf8: true)]);

    private static IEnumerable<Problem> Problems(PolicyFolder folder) => PolicyProject.Compile(folder.Parse(), Today).Problems;

    private static bool IsMendable(Problem problem) => Fixer.Rules.Contains(problem.Rule) && problem.Severity > ProblemSeverity.Info;

    // Without its line the file has an error: a list would be empty, or nobody would be let in.
    private static bool IsNeeded(PolicyFolder folder, Problem problem)
    {
        var lines = folder.Files[0].Text.Split('\n').ToList();
        lines.RemoveAt(problem.Range.Line);
        return Problems(FolderOf(string.Join('\n', lines))).Any(static found => found.Severity == ProblemSeverity.Error);
    }
}
