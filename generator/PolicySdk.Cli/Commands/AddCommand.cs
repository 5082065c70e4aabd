using System.CommandLine;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;

namespace PolicySdk.Cli.Commands;

/// <summary><c>policysdk add</c>, <c>add-my-ip</c> and <c>block</c>: entries to the end of a list.</summary>
internal static class AddCommand
{
    internal static Command Create(CommandConsole console)
    {
        var addresses = Addresses("What is allowed: addresses, prefixes, first-last ranges, or names of networks.");
        var lists = new ListOptions();
        var adding = new Adding(console, lists);
        var command = new CommandWithExamples("add", "Adds entries to a list: for everybody, or for a client.", """
            policysdk add 203.0.113.7 --policy partner-api --client acme-prod --note "Prod NAT A" --ticket OPS-1412
            policysdk add 198.51.100.0/28 "2001:db8:1::/48" --network office-london
            policysdk add vpn --policy admin --dry-run
            """)
        {
            addresses,
        };
        lists.AddTo(command);
        adding.AddTo(command);
        command.SetAction(result => adding.Add(result, result.GetRequiredValue(addresses), isBlock: false));
        return command;
    }

    internal static Command CreateBlock(CommandConsole console)
    {
        var addresses = Addresses("What is blocked: addresses, prefixes, first-last ranges, or names of networks.");
        var lists = new ListOptions();
        var adding = new Adding(console, lists);
        var all = new Option<bool>("--all-policies") { Description = "In every policy of the folder, for incidents." };
        var command = new CommandWithExamples("block", "Blocks addresses, whatever else a policy says.", """
            policysdk block 198.51.100.9 --policy partner-api --note "Compromised host" --ticket SEC-77
            policysdk block 198.51.100.0/24 --all-policies --note "Scanner" --ticket SEC-78
            """)
        {
            addresses, lists.Policy, all,
        };
        adding.AddTo(command);
        command.SetAction(result => adding.Add(result, result.GetRequiredValue(addresses), isBlock: true, allPolicies: result.GetValue(all)));
        return command;
    }

    internal static Command CreateMyIp(CommandConsole console)
    {
        var from = new Option<string?>("--from") { Description = "The endpoint that tells callers their address (MapClientAddress): https, or of this machine.", HelpName = "URL" };
        var ip = new Option<string?>("--ip") { Description = "The address, where it is known." };
        var lists = new ListOptions();
        var adding = new Adding(console, lists);
        var command = new CommandWithExamples("add-my-ip", "Adds the address that you call from, as the server sees it.", """
            policysdk add-my-ip --from https://api.example/me/address --policy partner-api --client acme-test --expires 2027-01-31
            policysdk add-my-ip --ip 203.0.113.7 --policy partner-api
            """)
        {
            from, ip,
        };
        lists.AddTo(command);
        adding.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            var address = (result.GetValue(ip), result.GetValue(from)) switch
            {
                ({ } given, null) => given,
                (null, { } url) => await ClientAddressEndpoint.AskAsync(url, cancellation),
                _ => throw CommandException.Usage("Name the endpoint that tells your address with --from, or the address with --ip."),
            };
            console.WriteLine($"Your address is {address}.");
            return adding.Add(result, [address], isBlock: false);
        });
        return command;
    }

    private static Argument<string[]> Addresses(string description) => new("addresses") { Description = description, Arity = ArgumentArity.OneOrMore };
}
