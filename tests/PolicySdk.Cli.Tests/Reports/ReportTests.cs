using System.Text.Json;
using PolicySdk.Addresses;
using PolicySdk.Cli.Reports;

namespace PolicySdk.Cli.Tests.Reports;

public sealed class ReportTests
{
    private const string Policy = """
        policy: api
        owner: team
        allow:
          - {ip: 192.0.2.0/28, note: "<script>alert(1)</script>", reviewed: 2030-01-01}
          - {ip: 192.0.2.64, note: "=cmd(), x", owner: other, expires: 2030-02-10}
        clients:
          acme:
            owner: acme-desk
            allow:
              - {ip: 203.0.113.7, note: 'a "b", c', reviewed: 2029-01-01}
        """;

    [Fact]
    public async Task It_tells_owners_ends_and_reviews()
    {
        var output = await ReportAsync("text");

        Assert.Contains("api: enforced; without a client 17 IPv4 addresses, of any client 18 IPv4 addresses\n", output, StringComparison.Ordinal);
        Assert.Contains("  acme-desk: 1\n  other: 1\n  team: 1\n", output, StringComparison.Ordinal);
        Assert.Contains("End within 30 days, or have ended: 1\n  192.0.2.64 (2030-02-10)", output, StringComparison.Ordinal);
        Assert.Contains("Not reviewed for 183 days: 2\n  192.0.2.64 (never)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_has_a_line_for_each_entry_and_no_formulas()
    {
        var lines = (await ReportAsync("csv")).Split("\r\n");

        Assert.Equal("holder,list,entry,addresses,note,owner,ticket,from,expires,reviewed,only-in,off,file,line", lines[0]);
        Assert.StartsWith("api,allow,192.0.2.64,1,\"'=cmd(), x\",other,,,2030-02-10,,,,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("api,client acme,203.0.113.7,1,\"a \"\"b\"\", c\",acme-desk,", lines[3], StringComparison.Ordinal);
        Assert.Equal(5, lines.Length);
    }

    [Fact]
    public async Task Json_can_be_read()
    {
        using var json = JsonDocument.Parse(await ReportAsync("json"));

        Assert.Equal([false, true, false], json.RootElement.GetProperty("entries").EnumerateArray().Select(static entry => entry.GetProperty("isExpiring").GetBoolean()));
        Assert.Equal("18", json.RootElement.GetProperty("policies")[0].GetProperty("anyClient").GetProperty("v4").GetString());
    }

    [Fact]
    public async Task The_page_needs_nothing_else_and_holds_no_foreign_script()
    {
        var page = await ReportAsync("html");

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=|url\\(|@import|https?://", page);
        Assert.Contains("192.0.0.0/16: 17 addresses", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_curve_comes_by_every_cell_and_never_jumps()
    {
        var points = Enumerable.Range(0, 1 << 16).Select(static place => HilbertCurve.Point(8, (uint)place)).ToList();

        Assert.Equal(1 << 16, points.Distinct().Count());
        Assert.All(points.Zip(points.Skip(1)), static pair => Assert.Equal(1, Math.Abs((int)pair.First.X - (int)pair.Second.X) + Math.Abs((int)pair.First.Y - (int)pair.Second.Y)));
    }

    [Theory]
    [InlineData("0.0.0.0/0", 1, 256 * 256)]
    [InlineData("10.0.0.0/8", 1, 16 * 16)]
    [InlineData("10.0.0.0/9", 2, 8 * 16)]
    [InlineData("10.0.0.0/16", 1, 1)]
    [InlineData("10.0.0.0-10.2.255.255", 3, 3)]
    public void A_network_has_its_share_of_the_map(string network, int squares, int area)
    {
        Assert.True(IpEntryText.TryParse(network, out var range, out _));

        var found = System.Text.RegularExpressions.Regex.Matches(AddressMap.Write(IpRangeSet.Of(range)), "class=\"on\" x=\"[0-9.-]+\" y=\"[0-9.-]+\" width=\"(?<w>[0-9]+)\" height=\"(?<h>[0-9]+)\"");

        Assert.Equal((squares, area), (found.Count, found.Sum(static square => int.Parse(square.Groups["w"].Value) * int.Parse(square.Groups["h"].Value))));
    }

    [Theory]
    [InlineData("--expiring", "9", "End within 9 days, or have ended: 1\n")]
    [InlineData("--expiring", "8", "End within 8 days, or have ended: 0\n")]
    [InlineData("--not-reviewed", "31", "Not reviewed for 31 days: 2\n")]
    [InlineData("--not-reviewed", "30", "Not reviewed for 30 days: 3\n")]
    public async Task Days_are_counted_to_the_day(string option, string days, string expected)
    {
        using var command = new CommandLine(("api.policy.yaml", Policy + "\n"));

        Assert.Contains(expected, await command.SucceedAsync("report", option, days, "--today", "2030-02-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_written_in_place_of_the_output()
    {
        using var command = new CommandLine(("api.policy.yaml", Policy + "\n"));

        Assert.Equal("", await command.SucceedAsync("report", "--format", "csv", "--output", command.PathOf("r.csv")));
        Assert.StartsWith("holder,list,entry", command.Read("r.csv"), StringComparison.Ordinal);
    }

    private static async Task<string> ReportAsync(string format)
    {
        using var command = new CommandLine(("api.policy.yaml", Policy + "\n"));
        return await command.SucceedAsync("report", "--format", format, "--today", "2030-02-01");
    }
}
