using System.Text.Json;
using CsCheck;
using PolicySdk.Cli.Explaining;
using PolicySdk.Cli.Tests.Differences;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Tests.Explaining;

public sealed class ExplainCommandTests
{
    private const string Policy = """
        policy: api
        owner: team
        allow:
          - {ip: 192.0.2.0/28, note: Office, ticket: T-1, expires: 2099-06-30}
          - {ip: 127.0.0.1, only-in: Development}
        clients:
          acme:
            allow:
              - 203.0.113.7
          birch:
            allow:
              - 203.0.113.64/26
        block:
          - {ip: 192.0.2.9, note: Bad}
        """;

    [Theory]
    [InlineData("192.0.2.1", "without a client: allowed until 2099-06-30\n    by 192.0.2.0/28: Office [T-1], expires 2099-06-30 (")]
    [InlineData("192.0.2.9", "without a client: refused\n    by 192.0.2.9, blocked: Bad (")]
    [InlineData("203.0.113.7", "client acme: allowed\n    by 203.0.113.7 for acme")]
    [InlineData("203.0.113.7", "1 client has no entry of its own for it: as without a client")]
    [InlineData("203.0.113.8", "no entry covers 203.0.113.8\n    nearest: 203.0.113.7 for acme")]
    [InlineData("127.0.0.1", "127.0.0.1 (policies/api.policy.yaml:5) counts only in Development\n    nearest: 127.0.0.1, only in Development")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1 on ")]
    public async Task An_address_is_explained(string address, string expected)
    {
        using var command = new CommandLine(("api.policy.yaml", Policy + "\n"));

        Assert.Contains(expected, await command.SucceedAsync("explain", address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Day_client_and_environment_are_asked_for()
    {
        using var command = new CommandLine(("api.policy.yaml", Policy + "\n"));

        Assert.Contains("without a client: refused\n", await command.SucceedAsync("explain", "192.0.2.1", "--on", "2099-07-01"), StringComparison.Ordinal);
        Assert.Contains("client birch: refused\n", await command.SucceedAsync("explain", "203.0.113.7", "--client", "birch"), StringComparison.Ordinal);
        Assert.Contains("client acne, which the policy does not have: allowed until 2099-06-30\n", await command.SucceedAsync("explain", "192.0.2.1", "--client", "acne"), StringComparison.Ordinal);
        Assert.Contains("without a client: allowed\n", await command.SucceedAsync("explain", "127.0.0.1", "--in", "development"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_with_errors_refuses_everybody()
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: api\nallow:\n  - 192.0.2.1/24\n"));

        Assert.Contains("refuses everybody: it has errors", await command.SucceedAsync("explain", "192.0.2.1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_JSON_can_be_read()
    {
        using var command = new CommandLine(("api.policy.yaml", Policy + "\n"));

        using var json = JsonDocument.Parse(await command.SucceedAsync("explain", "203.0.113.7", "--format", "json"));

        Assert.Equal([false, true], json.RootElement.GetProperty("policies")[0].GetProperty("callers").EnumerateArray().Select(static caller => caller.GetProperty("isAllowed").GetBoolean()));
    }

    [Fact]
    public void Every_decision_of_small_worlds_is_explained_as_it_is() => SmallWorld.Worlds.Sample(
        static world =>
        {
            var project = ProjectFiles.Of([PolicyFileReader.Read(new("policies/api.policy.yaml", world.Text))]);
            foreach (var client in SmallWorld.Clients)
            {
                foreach (var environment in SmallWorld.Environments)
                {
                    for (var address = 0; address < 16; address++)
                    {
                        Assert.True(Addresses.IpEntryText.TryParse(SmallWorld.Address(address), out var range, out _));
                        var days = Enumerable.Range(0, SmallWorld.Days.Length).Select(day => world.Allows(client, address, day, environment)).ToList();
                        Assert.True(CalendarDate.TryParse(SmallWorld.Days[0], out var first));

                        var told = PolicyExplanation.Of(project.Policies[0], isValid: true, project.Context.Networks, range.First, client ?? "nobody", new(first, environment, IsCertain: false)).Callers[0];

                        var changes = days.FindIndex(allowed => allowed != days[0]);
                        Assert.Equal((days[0], changes < 0 ? null : SmallWorld.Days[changes - 1]), (told.IsAllowed, told.LastDay?.ToString()));
                    }
                }
            }
        },
        iter: 200);
}
