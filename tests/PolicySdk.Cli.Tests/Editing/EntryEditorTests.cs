using System.Text.Json;

namespace PolicySdk.Cli.Tests.Editing;

public sealed class EntryEditorTests
{
    private const string Policy = """
        # Who may call
        policy: api   # the name
        owner: team

        allow:
          - {ip: 192.0.2.1,      note: One}   # first
          - 192.0.2.9
          # the last one
        clients:
          acme:
            allow:
              - ip: 203.0.113.7
                note: Block style
          "birch":
            allow: [203.0.113.8, {ip: 203.0.113.9}]

        # What holds
        expect:
          - {allow: 192.0.2.1}
        """;

    /// <summary>Ways in which people write the same file.</summary>
    public static TheoryData<string> Layouts => new()
    {
        Policy + "\n",
        Policy,
        Policy.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n",
        Policy.Replace("\n", "\r\n", StringComparison.Ordinal),
        "\uFEFF" + Policy + "\n",
        Policy + "\n\n# the end\n",
        Policy.Replace("  - {ip: 192.0.2.1,", "  -    # why\n    {ip: 192.0.2.1,", StringComparison.Ordinal) + "\n",
        "policy: api\nallow:\n- 192.0.2.1\n- 192.0.2.9\nclients:\n  acme:\n    allow:\n    - 203.0.113.7\n  birch:\n    allow:\n    - 203.0.113.8",
        "policy: api\nallow: [192.0.2.1,\n  192.0.2.9]\nclients: \n    acme: \n        owner: x\n        allow: [ 203.0.113.7 ]\n    birch:\n        allow: [203.0.113.8]\n",
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task What_is_added_and_removed_again_leaves_the_same_bytes(string text)
    {
        string[][] lists = [[], ["--client", "acme"], ["--client", "birch"], ["--client", "new", "--new-client"], ["--block"]];
        string[][] entries = [["198.51.100.7"], ["2001:db8::/32"], ["198.51.100.16-198.51.100.20"], ["198.51.100.7", "198.51.100.9"]];
        foreach (var list in lists)
        {
            foreach (var addresses in entries)
            {
                using var command = new CommandLine(("api.policy.yaml", text));
                var before = await File.ReadAllBytesAsync(command.PathOf("api.policy.yaml"), TestContext.Current.CancellationToken);

                await command.SucceedAsync(["add", .. addresses, .. list, "--note", "It's: \"odd\", {really} # yes", "--ticket", "T-1"]);
                Assert.Equal(0, (await command.RunAsync("lint", "--fail-on", "error")).ExitCode);
                foreach (var address in addresses)
                {
                    Assert.Equal(list is not ["--block"], await IsAllowedAsync(command, address, list));
                }

                await command.SucceedAsync(["remove", .. addresses.Reverse(), .. list.Where(static option => option != "--new-client")]);
                Assert.Equal(before, await File.ReadAllBytesAsync(command.PathOf("api.policy.yaml"), TestContext.Current.CancellationToken));
            }
        }
    }

    [Fact]
    public async Task An_entry_is_written_as_its_neighbours_are()
    {
        using var command = new CommandLine(("api.policy.yaml", Policy + "\n"));

        await command.SucceedAsync("add", "203.0.113.20", "--client", "acme", "--note", "More", "--from-day", "2098-01-31", "--expires", "2099-01-31", "--reviewed", "2026-11-27", "--only-in", "Staging");
        await command.SucceedAsync("add", "203.0.113.21", "--client", "birch");
        await command.SucceedAsync("add", "2001:db8::1", "--note", "a: b");

        var text = command.Read("api.policy.yaml");
        Assert.Contains("        note: Block style\n      - ip: 203.0.113.20\n        note: More\n        from: 2098-01-31\n        expires: 2099-01-31\n        reviewed: 2026-11-27\n        only-in: Staging\n", text, StringComparison.Ordinal);
        Assert.Contains("allow: [203.0.113.8, {ip: 203.0.113.9}, 203.0.113.21]\n", text, StringComparison.Ordinal);
        Assert.Contains("  - 192.0.2.9\n  - {ip: \"2001:db8::1\", note: \"a: b\"}\n  # the last one\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_section_stands_before_the_comment_of_the_next()
    {
        using var command = new CommandLine(("api.policy.yaml", Policy + "\n"));

        await command.SucceedAsync("block", "198.51.100.9", "--note", "Bad host");

        Assert.Contains("{ip: 203.0.113.9}]\n\nblock:\n  - {ip: 198.51.100.9, note: Bad host}\n\n# What holds\nexpect:", command.Read("api.policy.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_is_noted_and_a_last_day_counted_from_today()
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: api\nallow:\n  - 192.0.2.1\n"));

        await command.SucceedAsync("renew", "192.0.2.1", "--days", "30", "--reviewed", "--today", "2030-12-15");

        Assert.Equal("policy: api\nallow:\n  - {ip: 192.0.2.1, expires: 2031-01-14, reviewed: 2030-12-15}\n", command.Read("api.policy.yaml"));
    }

    [Theory]
    [InlineData("192.0.2.1", "", "{ip: 192.0.2.1,      note: One, expires: 2099-01-31}   # first")]
    [InlineData("192.0.2.9", "", "  - {ip: 192.0.2.9, expires: 2099-01-31}\n")]
    [InlineData("203.0.113.7", "acme", "        note: Block style\n        expires: 2099-01-31\n")]
    [InlineData("203.0.113.8", "birch", "[{ip: 203.0.113.8, expires: 2099-01-31}, {ip: 203.0.113.9}]")]
    public async Task An_entry_is_renewed_where_it_stands(string address, string client, string expected)
    {
        using var command = new CommandLine(("api.policy.yaml", Policy.Replace("expect:\n  - {allow: 192.0.2.1}", "", StringComparison.Ordinal) + "\n"));
        string[] list = client.Length == 0 ? [] : ["--client", client];

        await command.SucceedAsync(["renew", address, "--expires", "2099-01-30", .. list]);
        await command.SucceedAsync(["renew", address, "--expires", "2099-01-31", .. list]);

        Assert.Contains(expected, command.Read("api.policy.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[192.0.2.1, 192.0.2.2, 192.0.2.3]", "192.0.2.2", "[192.0.2.1, 192.0.2.3]")]
    [InlineData("[192.0.2.1, 192.0.2.2]", "192.0.2.1", "[192.0.2.2]")]
    [InlineData("[192.0.2.1, 192.0.2.2]", "192.0.2.2", "[192.0.2.1]")]
    [InlineData("[\n  192.0.2.1,   # one\n  192.0.2.2,   # two\n]", "192.0.2.2", "[\n  192.0.2.1,   # one\n]")]
    [InlineData("[\n  192.0.2.1,   # one\n  192.0.2.2    # two\n]", "192.0.2.1", "[\n  192.0.2.2    # two\n]")]
    [InlineData("[192.0.2.1, # one\n  192.0.2.2] # two", "192.0.2.2", "[192.0.2.1 # one\n  ] # two")]
    [InlineData("[192.0.2.1, # one\n  192.0.2.2] # two", "192.0.2.1", "[# one\n  192.0.2.2] # two")]
    [InlineData("[\n  192.0.2.1, 192.0.2.2,\n  192.0.2.3\n]", "192.0.2.2", "[\n  192.0.2.1,\n  192.0.2.3\n]")]
    [InlineData("[\n  192.0.2.1   # one\n  , 192.0.2.2 # two\n]", "192.0.2.1", "[\n   192.0.2.2 # two\n]")]
    [InlineData("[\n  192.0.2.1   # one\n  , 192.0.2.2 # two\n]", "192.0.2.2", "[\n  192.0.2.1   # one\n]")]
    [InlineData("[\n  192.0.2.1,  # one, first\n  192.0.2.2   # two\n]", "192.0.2.2", "[\n  192.0.2.1  # one, first\n]")]
    public async Task What_is_removed_from_brackets_leaves_the_comments_of_others(string list, string address, string expected)
    {
        using var command = new CommandLine(("api.policy.yaml", $"policy: api\nallow: {list}\n"));

        await command.SucceedAsync("remove", address);

        Assert.Equal($"policy: api\nallow: {expected}\n", command.Read("api.policy.yaml"));
        Assert.Equal(0, (await command.RunAsync("lint", "--fail-on", "error")).ExitCode);
    }

    [Theory]
    [InlineData("policy: b\nclients:\n  acme:\n    allow: [192.0.2.7]\nblock:\n  - 192.0.2.5\n? allow\n: - 192.0.2.8\n  - 192.0.2.9\n", "192.0.2.8")]
    [InlineData("? policy\n: b\n? allow\n: - 192.0.2.8\n  - 192.0.2.9\n", "192.0.2.8")]
    [InlineData("policy: b\nblock: [192.0.2.5]\nallow:\n  -\n    192.0.2.8\n  - ? ip\n    : 192.0.2.9\n", "192.0.2.9")]
    public async Task Keys_with_a_question_mark_take_nothing_else_with_them(string text, string address)
    {
        using var command = new CommandLine(("b.policy.yaml", text));

        var (exitCode, _, _) = await command.RunAsync("remove", address);

        var after = command.Read("b.policy.yaml");
        Assert.Equal(exitCode == 0 ? "policy: b\nblock: [192.0.2.5]\nallow:\n  -\n    192.0.2.8\n" : text, after);
        Assert.True(exitCode is 0 or 3);
    }

    // Decided by the very entry, allowing or blocking.
    private static async Task<bool> IsAllowedAsync(CommandLine command, string address, string[] list)
    {
        using var json = JsonDocument.Parse(await command.SucceedAsync(["explain", address.Split('-', '/')[0], "--format", "json", .. list.Where(static option => option is not ("--new-client" or "--block"))]));
        var caller = json.RootElement.GetProperty("policies")[0].GetProperty("callers")[0];
        Assert.Equal(address, caller.GetProperty("decidedBy")[0].GetProperty("addresses").GetString());
        return caller.GetProperty("isAllowed").GetBoolean();
    }
}
