using System.Text.Json;

namespace PolicySdk.Cli.Tests.Editing;

public sealed class EntryEditingTests
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

    [Theory]
    [InlineData("0.0.0.0/0", "PSDK2006")]
    [InlineData("192.0.2.1/24", "PSDK2004")]
    [InlineData("no-such-network", "PSDK4001")]
    [InlineData("999.1.1.1", "PSDK")]
    public async Task What_the_build_would_refuse_is_not_written(string address, string rule)
    {
        using var command = new CommandLine(("api.policy.yaml", Policy + "\n"));

        var (exitCode, _, error) = await command.RunAsync("add", address);

        Assert.Equal(1, exitCode);
        Assert.Contains(rule, error, StringComparison.Ordinal);
        Assert.Contains("Nothing was written.", error, StringComparison.Ordinal);
        Assert.Equal(Policy + "\n", command.Read("api.policy.yaml"));
    }

    [Fact]
    public async Task What_guardrails_require_is_asked_for()
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: api\nallow:\n  - {ip: 192.0.2.1, note: a, ticket: T-1}\n"), ("guardrails.yaml", "guardrails:\n  require: [note, ticket]\n  ticket: \"^T-[0-9]+$\"\n"));

        Assert.Equal((2, "policysdk: The guardrails require --note and --ticket.\n"), Ended(await command.RunAsync("add", "192.0.2.7")));
        Assert.Equal(1, (await command.RunAsync("add", "192.0.2.7", "--note", "b", "--ticket", "X-1")).ExitCode);
        await command.SucceedAsync("add", "192.0.2.7", "--note", "b", "--ticket", "T-2");
    }

    [Fact]
    public async Task An_owner_of_the_list_is_enough_for_guardrails()
    {
        const string Owned = "policy: api\nowner: team\nallow:\n  - 192.0.2.1\nclients:\n  acme:\n    owner: them\n    allow:\n      - 192.0.2.2\n";
        using var command = new CommandLine(("api.policy.yaml", Owned), ("b.policy.yaml", "policy: b\nallow:\n  - {ip: 192.0.2.1, owner: x}\n"), ("guardrails.yaml", "guardrails:\n  require: [owner]\n"));

        await command.SucceedAsync("add", "192.0.2.7", "--policy", "api");
        await command.SucceedAsync("add", "192.0.2.8", "--policy", "api", "--client", "acme");
        Assert.Equal((2, "policysdk: The guardrails require --owner.\n"), Ended(await command.RunAsync("add", "192.0.2.7", "--policy", "b")));
    }

    [Theory]
    [InlineData("{ip: 192.0.2.0/24, expires: 2099-01-31}")]
    [InlineData("{ip: 192.0.2.0/24, from: 2099-01-31}")]
    [InlineData("{ip: 192.0.2.0/24, only-in: Development}")]
    [InlineData("{ip: 192.0.2.0/24, except: [192.0.2.7]}")]
    public async Task What_counts_at_times_does_not_make_an_entry_needless(string entry)
    {
        using var command = new CommandLine(("api.policy.yaml", $"policy: api\nallow:\n  - {entry}\n"));

        await command.SucceedAsync("add", "192.0.2.7");

        Assert.Equal($"policy: api\nallow:\n  - {entry}\n  - {{ip: 192.0.2.7}}\n".Replace("{ip: 192.0.2.7}", "192.0.2.7", StringComparison.Ordinal), command.Read("api.policy.yaml"));
    }

    [Fact]
    public async Task A_client_that_is_not_there_is_an_error_until_it_is_said_to_be_new()
    {
        using var command = new CommandLine(("api.policy.yaml", Policy + "\n"));

        Assert.Equal((2, "policysdk: The policy has no client 'acne'. If it is new, say --new-client.\n"), Ended(await command.RunAsync("add", "198.51.100.1", "--client", "acne")));
    }

    [Fact]
    public async Task What_is_there_already_is_not_added_twice()
    {
        using var command = new CommandLine(("api.policy.yaml", Policy + "\n"));

        Assert.Contains("192.0.2.9 is already in the list: 192.0.2.9", await command.SucceedAsync("add", "192.0.2.9"), StringComparison.Ordinal);
        Assert.Equal(Policy + "\n", command.Read("api.policy.yaml"));
    }

    [Fact]
    public async Task A_dry_run_shows_the_change_and_writes_nothing()
    {
        using var command = new CommandLine(("api.policy.yaml", Policy + "\n"));

        Assert.Contains("+  - 198.51.100.1\n", await command.SucceedAsync("add", "198.51.100.1", "--dry-run"), StringComparison.Ordinal);
        Assert.Equal(Policy + "\n", command.Read("api.policy.yaml"));
    }

    [Fact]
    public async Task A_review_is_noted_and_a_last_day_counted_from_today()
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: api\nallow:\n  - 192.0.2.1\n"));

        await command.SucceedAsync("renew", "192.0.2.1", "--days", "30", "--reviewed", "--today", "2030-12-15");

        Assert.Equal("policy: api\nallow:\n  - {ip: 192.0.2.1, expires: 2031-01-14, reviewed: 2030-12-15}\n", command.Read("api.policy.yaml"));
    }

    [Fact]
    public async Task The_only_entry_of_a_policy_can_not_be_removed()
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: api\nallow:\n  - 192.0.2.1\n"));

        Assert.Equal(1, (await command.RunAsync("remove", "192.0.2.1")).ExitCode);
        Assert.Equal("policy: api\nallow:\n  - 192.0.2.1\n", command.Read("api.policy.yaml"));
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

    [Fact]
    public async Task All_entries_that_say_an_address_are_removed_and_what_still_covers_it_is_told()
    {
        using var command = new CommandLine(("a.policy.yaml", "policy: a\nallow:\n  - {ip: 192.0.2.7, expires: 2098-01-01}\n  - 192.0.2.0/24\n  - {ip: 192.0.2.7, expires: 2099-01-01}\n"));

        var renewal = Ended(await command.RunAsync("renew", "192.0.2.7", "--days", "3"));
        var removal = Ended(await command.RunAsync("remove", "192.0.2.7"));

        Assert.Equal((2, 0), (renewal.ExitCode, removal.ExitCode));
        Assert.StartsWith("policysdk: Several entries say 192.0.2.7, in the lines 3, 5 of", renewal.Error, StringComparison.Ordinal);
        Assert.StartsWith("policysdk: 192.0.2.7 is still part of 192.0.2.0/24 (", removal.Error, StringComparison.Ordinal);
        Assert.Equal("policy: a\nallow:\n  - 192.0.2.0/24\n", command.Read("a.policy.yaml"));
    }

    [Fact]
    public async Task What_is_blocked_stays_refused_which_is_told()
    {
        using var command = new CommandLine(("a.policy.yaml", "policy: a\nallow:\n  - 192.0.2.1\nblock:\n  - 198.51.100.0/24\n"));

        Assert.Equal((0, "policysdk: 198.51.100.7 stays refused: 'a' blocks 198.51.100.0/24.\n"), Ended(await command.RunAsync("add", "198.51.100.7")));
    }

    [Fact]
    public async Task Errors_that_were_there_before_are_told()
    {
        using var command = new CommandLine(("a.policy.yaml", "policy: a\nallow:\n  - 192.0.2.1\n  - 192.0.2.0/33\n"));

        Assert.Equal((0, "policysdk: The build refuses these files for errors that were there before: see 'policysdk lint'.\n"), Ended(await command.RunAsync("block", "192.0.2.9")));
    }

    [Fact]
    public async Task Where_one_file_can_not_be_written_none_is()
    {
        // No room is left in the name for that of a file beside it.
        var name = new string('b', 241) + ".policy.yaml";
        using var command = new CommandLine(("a.policy.yaml", "policy: a\nallow:\n  - 192.0.2.1\n"), (name, "policy: b\nallow:\n  - 192.0.2.1\n"));

        var (exitCode, _, error) = await command.RunAsync("block", "192.0.2.9", "--all-policies");

        Assert.Equal(3, exitCode);
        Assert.Contains($"{name} can't be written. Nothing was written.", error, StringComparison.Ordinal);
        Assert.Equal("policy: a\nallow:\n  - 192.0.2.1\n", command.Read("a.policy.yaml"));
        Assert.Equal(2, Directory.GetFiles(command.Folder).Length);
    }

    [Fact]
    public async Task A_team_is_an_owner_and_no_file_of_arguments()
    {
        using var command = new CommandLine(("a.policy.yaml", "policy: a\nallow:\n  - 192.0.2.1\n"));

        await command.SucceedAsync("add", "192.0.2.9", "--owner", "@example/api");

        Assert.Equal("policy: a\nallow:\n  - 192.0.2.1\n  - {ip: 192.0.2.9, owner: \"@example/api\"}\n", command.Read("a.policy.yaml"));
    }

    [Fact]
    public async Task A_file_with_an_end_of_document_gets_its_section_before_it()
    {
        using var command = new CommandLine(("a.policy.yaml", "policy: a\nallow:\n  - 192.0.2.1\n# the end\n...\n"));

        await command.SucceedAsync("block", "192.0.2.9");

        Assert.Equal("policy: a\nallow:\n  - 192.0.2.1\n# the end\nblock:\n  - 192.0.2.9\n...\n", command.Read("a.policy.yaml"));
    }

    [Fact]
    public async Task A_block_reaches_every_policy()
    {
        using var command = new CommandLine(("a.policy.yaml", "policy: a\nallow:\n  - 192.0.2.0/24\n"), ("b.policy.yaml", "policy: b\nallow:\n  - 192.0.2.0/24\n"));

        await command.SucceedAsync("block", "192.0.2.7", "--all-policies", "--note", "Bad");

        Assert.Equal("policy: a\nallow:\n  - 192.0.2.0/24\nblock:\n  - {ip: 192.0.2.7, note: Bad}\n", command.Read("a.policy.yaml"));
        Assert.Equal("policy: b\nallow:\n  - 192.0.2.0/24\nblock:\n  - {ip: 192.0.2.7, note: Bad}\n", command.Read("b.policy.yaml"));
        Assert.Equal((2, "policysdk: Name a policy with --policy, or take --all-policies.\n"), Ended(await command.RunAsync("block", "192.0.2.8", "--all-policies", "--policy", "a")));
        Assert.Equal(2, (await command.RunAsync("block", "192.0.2.8")).ExitCode);
    }

    private static (int ExitCode, string Error) Ended((int ExitCode, string Output, string Error) result) => (result.ExitCode, result.Error);

    // Decided by the very entry, allowing or blocking.
    private static async Task<bool> IsAllowedAsync(CommandLine command, string address, string[] list)
    {
        using var json = JsonDocument.Parse(await command.SucceedAsync(["explain", address.Split('-', '/')[0], "--format", "json", .. list.Where(static option => option is not ("--new-client" or "--block"))]));
        var caller = json.RootElement.GetProperty("policies")[0].GetProperty("callers")[0];
        Assert.Equal(address, caller.GetProperty("decidedBy")[0].GetProperty("addresses").GetString());
        return caller.GetProperty("isAllowed").GetBoolean();
    }
}
