using System.CommandLine;
using PolicySdk.Cli.Output;

namespace PolicySdk.Cli.Commands;

/// <summary><c>policysdk add</c>: entries to the end of a list.</summary>
internal static class AddCommand
{
    internal static Command Create(CommandConsole console)
    {
        var addresses = SharedOptions.Addresses("What is allowed: addresses, prefixes, first-last ranges, or names of networks.");
        var lists = new ListOptions();
        var addition = new EntryAddition(console);
        var command = new CommandWithExamples("add", "Adds entries to a list: for everybody, or for a client.", """
            policysdk add 203.0.113.7 --policy partner-api --client acme-prod --note "Prod NAT A" --ticket OPS-1412
            policysdk add 198.51.100.0/28 "2001:db8:1::/48" --network office-london
            policysdk add vpn --policy admin --dry-run
            """)
        {
            addresses,
        };
        lists.AddTo(command, withNewClient: true);
        addition.AddTo(command);
        command.SetAction(result => addition.Add(result, result.GetRequiredValue(addresses), project => [lists.FindOrMake(result, project)]));
        return command;
    }
}
