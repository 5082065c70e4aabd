using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PolicySdk.Addresses;
using PolicySdk.Core.Tests.Rules;
using PolicySdk.Policies;
using PolicySdk.TestSupport;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Core.Tests.Policies;

/// <summary>The page on policy files: its examples compile, and its tables say what the code says.</summary>
public sealed partial class PolicyFormatPageTests
{
    private const int Mi = 1024 * 1024;

    /// <summary>Not in a user's unit: what a part that is kept counts for.</summary>
    private static readonly string[] UntoldLimits = [nameof(PolicyLimits.MeetingsOfKept)];

    private static readonly MarkdownPage Page = MarkdownPage.Read("docs", "policy-format.md");

    public static TheoryData<string> Examples => [.. Page.Sections.Where(static section => section.Files.Count > 0).Select(static section => section.Heading)];

    public static TheoryData<string> KeysOfTheLanguage => [.. ConstantsOf(typeof(Keys)).Select(static key => (string)key)];

    public static TheoryData<string, string, string> RefusedAddresses =>
        [.. Page["Addresses"].Rows("refused").Select(static row => new TheoryDataRow<string, string, string>(row[0].Trim('`'), row[2], row[3]))];

    [Fact]
    public void Every_YAML_block_names_its_file() => Assert.Equal(Page.CountOfYamlBlocks, Page.Sections.Sum(static section => section.Files.Count));

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_prints_what_the_page_shows(string heading)
    {
        var section = Page[heading];

        var printed = CompiledProject.Of(section.Files).Problems.Where(static problem => problem.Severity > ProblemSeverity.Info).Select(Print);

        Assert.Equal(section.Printed, string.Join('\n', printed));
    }

    [Theory]
    [MemberData(nameof(KeysOfTheLanguage))]
    public void A_key_has_an_example_and_an_explanation(string key)
    {
        Assert.Contains(key, Page.Sections.SelectMany(static section => section.Files).SelectMany(static file => KeysIn(YamlReader.Read(file.Text).Root)));
        Assert.Contains($"`{key}`", Page.Prose, StringComparison.Ordinal);
    }

    [Fact]
    public void The_keys_are_those_that_may_stand_somewhere()
    {
        var lists = typeof(Keys).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Select(static field => field.GetValue(null)).OfType<string[]>();

        Assert.Equal(ConstantsOf(typeof(Keys)).Cast<string>().Order(StringComparer.Ordinal), lists.SelectMany(static keys => keys).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RefusedAddresses))]
    public void A_refused_address_breaks_the_rule_and_what_to_write_instead_does_not(string refused, string rule, string instead)
    {
        Assert.Equal([rule], CompiledProject.Of(("policies/sample.policy.yaml", $"policy: sample\nallow: ['{refused}']\n")).Problems.Select(static problem => problem.Rule));
        Assert.All(instead.Split(" or "), static text => Assert.True(IpEntryText.TryParse(text.Trim('`'), out _, out _)));
    }

    [Fact]
    public void The_command_for_the_fingerprint_gives_that_of_the_example()
    {
        var section = Page["Lists that others keep"];
        var prefixes = PrintCommand().Match(section.Text).Groups["prefixes"].Value.Split(' ');

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(prefixes.Select(static prefix => prefix + "\n")))));

        Assert.Contains($"sha256: {sha256}\n", section.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_rules_is_the_catalogue() =>
        Assert.Equal(
            RuleCatalogue.Rules.Select(static rule => $"[{rule.Id}](../analyzers/rules/{rule.Id}.md) {RulePagesTests.Weight(rule)} {rule.Title}: {ChoiceOf(rule)}, {(rule.IsWaivable ? "yes" : "no")}"),
            Page["Rules"].Rows("rule").Select(static row => $"{row[0]} {row[1]} {row[2]}: {row[3]}, {row[4]}"));

    [Fact]
    public void The_rules_that_guard_access_are_named()
    {
        var paragraph = Page["Guardrails"].Text.Split("\n\n").Single(static text => text.Contains("Rules that guard access", StringComparison.Ordinal));

        Assert.Equal(RuleCatalogue.Rules.Where(static rule => rule.IsSecurity).Select(static rule => rule.Id), RuleId().Matches(paragraph).Select(static id => id.Value));
    }

    [Fact]
    public void Every_limit_is_in_the_table()
    {
        var told = Page["Limits"].Rows("what").SelectMany(static row => Number().Matches(row[1])).Select(static number => number.Value).ToList();
        var constants = ConstantsOf(typeof(PolicyLimits), UntoldLimits).Concat(ConstantsOf(typeof(YamlLimits)))
            .Append(PolicyNames.Length).Append(TicketPattern.Length).Append(ProblemList.Kept).Append(ProblemList.KeptRemarks)
            .Select(static limit => Print((int)limit));

        foreach (var limit in constants)
        {
            Assert.True(told.Remove(limit), limit);
        }

        // Private to the reader of mappings.
        Assert.Equal(["36,500"], told);
    }

    private static IEnumerable<object> ConstantsOf(Type type, params string[] but) =>
        type.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Where(field => field.IsLiteral && !but.Contains(field.Name)).Select(static field => field.GetRawConstantValue()!);

    private static IEnumerable<string> KeysIn(YamlNode? node) => node switch
    {
        YamlMapping mapping => mapping.Pairs.SelectMany(static pair => KeysIn(pair.Value).Prepend(pair.Key.Text)),
        YamlSequence sequence => sequence.Items.SelectMany(KeysIn),
        _ => [],
    };

    private static string ChoiceOf(Rule rule) =>
        !rule.IsAdjustable ? "-" : !rule.IsSecurity ? "any" : rule is { IsFatal: false, Severity: ProblemSeverity.Error } ? "error" : "error, warning";

    // As the compiler prints it: lines and columns from 1.
    private static string Print(Problem problem) =>
        $"{problem.Path}({problem.Range.Line + 1},{problem.Range.Column + 1}): {Print(problem.Severity)} {problem.Rule}: {problem.Message}";

    private static string Print(ProblemSeverity severity) => severity.ToString().ToLowerInvariant();

    private static string Print(int limit) => limit % Mi == 0 ? $"{limit / Mi} Mi" : limit.ToString("N0", CultureInfo.InvariantCulture);

    [GeneratedRegex("printf '%s\\\\n' (?<prefixes>.+) \\| sha256sum")]
    private static partial Regex PrintCommand();

    [GeneratedRegex(@"PSDK\d{4}")]
    private static partial Regex RuleId();

    [GeneratedRegex(@"\d{1,3}(,\d{3})*( Mi)?")]
    private static partial Regex Number();
}
