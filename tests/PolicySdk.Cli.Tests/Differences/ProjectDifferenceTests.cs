using CsCheck;
using PolicySdk.Addresses;
using PolicySdk.Cli.Differences;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Tests.Differences;

public sealed class ProjectDifferenceTests
{
    private static readonly CalendarDate Today = Day("2030-01-01");

    [Fact]
    public void It_agrees_with_every_single_decision_of_small_worlds() => SmallWorld.Changes.Sample(
        static pair =>
        {
            var (old, now) = (Project(pair.Item1.Text), Project(pair.Item2.Text));
            var (wasValid, isValid) = (IsValid(old), IsValid(now));
            var difference = ProjectDifference.Of(old, now, Today);
            var (gains, loses) = (false, false);
            foreach (var client in SmallWorld.Clients)
            {
                foreach (var environment in SmallWorld.Environments)
                {
                    for (var day = 0; day < SmallWorld.Days.Length; day++)
                    {
                        for (var address = 0; address < 16; address++)
                        {
                            var (before, after) = (wasValid && pair.Item1.Allows(client, address, day, environment), isValid && pair.Item2.Allows(client, address, day, environment));
                            (gains, loses) = (gains || (!before && after), loses || (before && !after));
                            Assert.Equal((!before && after, before && !after), Told(difference, (wasValid && pair.Item1.Lists(client)) || (isValid && pair.Item2.Lists(client)) ? client : null, environment, day, address));
                        }
                    }
                }
            }

            Assert.Equal((gains, loses), (difference.Widens, difference.Narrows));
        },
        iter: 3_000);

    [Theory]
    [InlineData("allow:\n  - 192.0.2.0/25\n  - 192.0.2.128/25\n", "allow:\n  - 192.0.2.0/24\n", "same decisions")]
    [InlineData("allow:\n  - 192.0.2.0/24\nblock:\n  - 192.0.2.7\n", "allow:\n  - {ip: 192.0.2.0/24, except: [192.0.2.7]}\n", "same decisions")]
    [InlineData("allow:\n  - 192.0.2.1\n  - {ip: 192.0.2.2, expires: 2029-12-31}\n", "allow:\n  - 192.0.2.1\n", "same decisions")]
    [InlineData("allow:\n  - 192.0.2.1\n", "allow:\n  - 192.0.2.0/31\n", "only widens")]
    [InlineData("allow:\n  - 192.0.2.1\n", "allow:\n  - {ip: 192.0.2.1, expires: 2031-01-01}\n", "only narrows")]
    [InlineData("allow:\n  - 192.0.2.1\n", "allow:\n  - 192.0.2.2\n", "widens and narrows")]
    [InlineData("allow:\n  - 192.0.2.1\n", "mode: {report-until: 2030-02-01}\nallow:\n  - 192.0.2.1\n", "only widens")]
    [InlineData("mode: {report-until: 2029-02-01}\nallow:\n  - 192.0.2.1\n", "allow:\n  - 192.0.2.1\n", "same decisions")]
    [InlineData("allow:\n  - 192.0.2.1\n", "allow:\n  - 192.0.2.1/24\n", "only narrows")]
    [InlineData("allow:\n  - 192.0.2.1\nclients:\n  a:\n    allow:\n      - 192.0.2.1\n", "allow:\n  - 192.0.2.1\n", "same decisions")]
    public void A_change_is_told_in_a_few_words(string before, string after, string verdict) =>
        Assert.Equal(verdict, ProjectDifference.Of(Project("policy: api\n" + before), Project("policy: api\n" + after), Today).Verdict);

    [Fact]
    public void A_network_that_changes_is_told_with_the_policies_that_it_reaches()
    {
        const string Policies = "networks:\n  office:\n    addresses:\n      - {0}\n  all:\n    addresses:\n      - {{net: office}}\n";
        var before = Project("policy: api\nallow:\n  - {net: all}\n", ("policies/n.networks.yaml", string.Format(null, Policies, "192.0.2.1")));
        var after = Project("policy: api\nallow:\n  - {net: all}\n", ("policies/n.networks.yaml", string.Format(null, Policies, "192.0.2.0/31")));

        var difference = ProjectDifference.Of(before, after, Today);

        Assert.Equal([("all", "api"), ("office", "api")], difference.Networks.Select(static network => (network.Name, string.Join(",", network.Policies))));
        Assert.Equal("192.0.2.0/32", string.Join(",", Assert.Single(Assert.Single(difference.Policies[0].Callers).Changes).Gained.ToPrefixes()));
    }

    [Fact]
    public void Trusted_proxies_count_as_wider()
    {
        var before = Project("policy: api\nallow:\n  - 192.0.2.1\n", ("policies/client-address.yaml", "client-address:\n  trust:\n    - 203.0.113.1\n  header: X-Forwarded-For\n"));
        var after = Project("policy: api\nallow:\n  - 192.0.2.1\n", ("policies/client-address.yaml", "client-address:\n  trust:\n    - 203.0.113.0/30\n  header: X-Forwarded-For\n"));

        Assert.Equal("only widens", ProjectDifference.Of(before, after, Today).Verdict);
        Assert.Equal("only narrows", ProjectDifference.Of(after, before, Today).Verdict);
    }

    [Fact]
    public void Callers_that_are_named_by_another_header_may_be_anybody()
    {
        var before = Project("policy: api\nallow:\n  - 192.0.2.1\n", ("policies/client-address.yaml", "client-address:\n  trust:\n    - 203.0.113.1\n  header: X-Forwarded-For\n"));
        var after = Project("policy: api\nallow:\n  - 192.0.2.1\n", ("policies/client-address.yaml", "client-address:\n  trust:\n    - 203.0.113.1\n  header: Forwarded\n"));

        Assert.Equal("widens and narrows", ProjectDifference.Of(before, after, Today).Verdict);
    }

    private static (bool Gained, bool Lost) Told(ProjectDifference difference, string? client, string environment, int day, int address)
    {
        var value = IpEntryText.TryParse(SmallWorld.Address(address), out var range, out _) ? range.First : default;
        var changes = difference.Policies.SelectMany(static policy => policy.Callers)
            .Where(callers => callers.Clients.Contains(client))
            .SelectMany(static callers => callers.Changes)
            .Where(change => change.Environments.Contains(environment))
            .Where(change => (change.From is not { } from || from.CompareTo(Day(SmallWorld.Days[day])) <= 0) && (change.Until is not { } until || Day(SmallWorld.Days[day]).CompareTo(until) <= 0))
            .ToList();
        return (changes.Exists(change => change.Gained.Contains(value)), changes.Exists(change => change.Lost.Contains(value)));
    }

    // A block of everybody is an error, for one.
    private static bool IsValid(ProjectFiles project) => PolicyProject.Compile(project, today: null).Policies.Single().Model.IsValid;

    private static CalendarDate Day(string text) => CalendarDate.TryParse(text, out var day) ? day : throw new ArgumentException(text);

    private static ProjectFiles Project(string policy, params (string Path, string Text)[] others) =>
        ProjectFiles.Of(others.Select(static file => new PolicyInput(file.Path, file.Text)).Prepend(new("policies/api.policy.yaml", policy)).Select(PolicyFileReader.Read));
}
