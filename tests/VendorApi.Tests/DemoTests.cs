using System.Text.RegularExpressions;
using PolicySdk.TestSupport;

namespace VendorApi.Tests;

/// <summary>The demo shows what the policy files say, and ends well only if every answer was as declared.</summary>
public sealed partial class DemoTests(DemoRun demo) : IClassFixture<DemoRun>
{
    [Fact]
    public void All_answers_are_as_declared()
    {
        Assert.True(demo.ExitCode == 0, demo.Output);
        Assert.Matches(@"(?m)^(\d+) of \1 answers are as declared\.$", demo.Output);
        Assert.DoesNotContain("MISMATCH", demo.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("own address", "200", "listed_for_client", "ip: 127.0.0.2,")]
    [InlineData("own address, IPv6", "200", "listed_for_client", "ip: \"::1\",")]
    [InlineData("own address, in a range", "200", "listed_for_client", "ip: 127.0.0.64-127.0.0.79,")]
    [InlineData("that customer itself", "200", "listed_for_client", "ip: 127.0.0.3,")]
    [InlineData("shared address", "200", "listed", "ip: 127.0.0.1,")]
    [InlineData("blocked, in that range", "401", "blocked", "ip: 127.0.0.66,")]
    [InlineData("old gateway, last day", "200", "listed_for_client", "ip: 127.0.0.4,")]
    [InlineData("old gateway, next day", "401", "not_in_force", "ip: 127.0.0.4,")]
    [InlineData("new gateway, too early", "401", "not_in_force", "ip: 127.0.0.5,")]
    [InlineData("new gateway, next day", "200", "listed_for_client", "ip: 127.0.0.5,")]
    [InlineData("load balancer", "200", "listed_for_client", "ip: 203.0.113.7,               note")]
    [InlineData("sandbox, listed", "200", "listed", "ip: 127.0.0.30,", PolicyFiles.Sandbox)]
    [InlineData("webhook", "202", "listed", "ip: 127.0.0.20,", PolicyFiles.Webhooks)]
    [InlineData("rejections", "200", "listed", "ip: 127.0.0.6,", PolicyFiles.Admin)]
    public void The_table_names_the_entry_that_decided(string name, string answer, string reason, string entry, string file = PolicyFiles.DataApi) =>
        Assert.Equal([answer, reason, PolicyFiles.PlaceOf(file, entry)], demo.Row(name)[^3..]);

    [Theory]
    [InlineData("another customer's address", "401", "not_listed")]
    [InlineData("another customer's IPv6", "401", "not_listed")]
    [InlineData("nobody's address", "401", "not_listed")]
    [InlineData("beside the range", "401", "not_listed")]
    [InlineData("no token", "401", "asks for Bearer")]
    [InlineData("a token nobody has", "401", "asks for Bearer")]
    [InlineData("load balancer, not listed", "401", "not_listed")]
    [InlineData("load balancer, forged", "401", "not_listed")]
    [InlineData("load balancer, for nobody", "401", "trusted_proxy")]
    [InlineData("forged by a stranger", "401", "not_listed")]
    [InlineData("sandbox, report mode", "200", "reported: not_listed")]
    [InlineData("sandbox, next day", "401", "not_listed")]
    [InlineData("webhook, not GitHub", "401", "not_listed")]
    [InlineData("rejections, a customer", "401", "not_listed")]
    public void The_table_names_no_entry_where_none_decided(string name, string answer, string reason) =>
        Assert.Equal([answer, reason, "-"], demo.Row(name)[^3..]);

    [Fact]
    public void Refusals_are_shown_as_they_were_logged()
    {
        var blocked = PolicyFiles.PlaceOf(PolicyFiles.DataApi, "ip: 127.0.0.66,");

        Assert.Contains(demo.Lines, line => line.Contains("Warning: PolicySdk.IpPolicies[1]", StringComparison.Ordinal)
            && line.Contains("127.0.0.66", StringComparison.Ordinal) && line.Contains(blocked, StringComparison.Ordinal));
        Assert.Contains(demo.Lines, static line => line.Contains("from 127.0.0.3, client acme-prod: not_listed by policy data-api", StringComparison.Ordinal));
    }

    [Fact]
    public void What_report_mode_would_refuse_is_logged_and_counted_and_is_no_rejection()
    {
        var reported = Assert.Single(demo.Lines, static line => line.Contains("PolicySdk.IpPolicies[2]", StringComparison.Ordinal));
        Assert.Contains("from 127.0.0.9, client -: not_listed by policy sandbox", reported, StringComparison.Ordinal);
        Assert.Equal(["sandbox", "reported", "1"], Cells(Assert.Single(demo.Lines, static line => Cells(line) is ["sandbox", "reported", _])));
        Assert.Single(demo.Lines, static line => Cells(line) is [_, "HTTP: GET /sandbox/prices/{symbol} => OnePrice", ..]);
    }

    [Fact]
    public void Each_refusal_is_counted()
    {
        Assert.Single(demo.Lines, static line => Cells(line) is ["-", "trusted_proxy", "1"]);
        Assert.Single(demo.Lines, static line => Cells(line) is ["data-api", "blocked", "1"]);
        Assert.Single(demo.Lines, static line => Cells(line) is ["data-api", "not_in_force", "2"]);
    }

    [Fact]
    public void The_administrator_sees_what_the_log_has_newest_first()
    {
        var logged = demo.Lines.Where(static line => line.Contains("PolicySdk.IpPolicies[1]", StringComparison.Ordinal)).Select(static line => Reference.Match(line).Value).ToList();
        var seen = demo.Lines.Where(static line => Time.IsMatch(line)).Select(Cells).ToList();

        Assert.Equal(demo.Lines.Count(static line => Cells(line) is [_, _, _, _, _, "401", not "asks for Bearer", _]), logged.Count);
        Assert.Equal(logged.Count, logged.Distinct().Count());
        Assert.Equal(Enumerable.Reverse(logged), seen.Select(static cells => cells[^1]));
        Assert.Contains(seen, static cells => cells is ["2034-06-30 12:00", "HTTP: GET /v1/holdings/{portfolio} => Holdings", "127.0.0.10", "-", "trusted_proxy", "-", "-", _]);
        Assert.Contains(seen, static cells => cells is ["2034-06-30 12:00", "HTTP: GET /v1/holdings/{portfolio} => Holdings", "127.0.0.3", "acme-prod", "not_listed", "data-api", "-", _]);
    }

    [Fact]
    public void The_README_shows_the_real_output()
    {
        var readme = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "examples", "VendorApi", "README.md"));
        var shown = readme.SkipWhile(static line => !line.EndsWith("-- --demo", StringComparison.Ordinal)).Skip(1).TakeWhile(static line => line != "```").ToList();

        Assert.NotEmpty(shown);
        var printed = demo.Lines.Select(WithoutReference).ToHashSet();
        Assert.All(shown.Where(static line => line.Trim() != "...").Select(WithoutReference), line => Assert.Contains(line, printed));
    }

    [Fact]
    public void No_token_is_printed() => Assert.DoesNotContain("vendor_", demo.Output, StringComparison.Ordinal);

    [Fact]
    public async Task Entries_of_Development_do_not_count_in_Production_and_the_demo_says_so()
    {
        demo.SkipWhereItCannotRun();
        await using var process = ExampleProcess.Start(["--demo", "--environment", "Production"]);

        Assert.Equal(1, await process.WaitForExitAsync());

        var place = PolicyFiles.PlaceOf(PolicyFiles.DataApi, "ip: 127.0.0.2,");
        Assert.Contains(
            $"MISMATCH: own address (GET /v1/holdings/core from 127.0.0.2): declared 200 listed_for_client, got 401 not_in_force {place}",
            process.Output, StringComparison.Ordinal);
    }

    private static string[] Cells(string line) => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Each run has others.
    private static string WithoutReference(string line) => Reference.Replace(line, "R-");

    [GeneratedRegex("R-[0-9A-F]{8}")]
    private static partial Regex Reference { get; }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d  ")]
    private static partial Regex Time { get; }
}
