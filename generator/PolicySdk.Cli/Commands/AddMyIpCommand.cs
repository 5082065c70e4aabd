using System.CommandLine;
using PolicySdk.Addresses;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;

namespace PolicySdk.Cli.Commands;

/// <summary><c>policysdk add-my-ip</c>: the address of who calls.</summary>
internal static class AddMyIpCommand
{
    internal static Command Create(CommandConsole console)
    {
        var from = new Option<string?>("--from") { Description = "The endpoint that tells callers their address (MapClientAddress): https, or of this machine.", HelpName = "URL" };
        var ip = new Option<string?>("--ip") { Description = "The address, where it is known." };
        var lists = new ListOptions();
        var addition = new EntryAddition(console);
        var command = new CommandWithExamples("add-my-ip", "Adds the address that you call from, as the server sees it.", """
            policysdk add-my-ip --from https://api.example/me/address --policy partner-api --client acme-test --expires 2027-01-31
            policysdk add-my-ip --ip 203.0.113.7 --policy partner-api
            """)
        {
            from, ip,
        };
        lists.AddTo(command, withNewClient: true);
        addition.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            var address = (result.GetValue(ip), result.GetValue(from)) switch
            {
                ({ } given, null) => IpEntryText.TryParseAddress(IpTextSpan.Of(given), out _, out _) ? given : throw CommandException.Usage($"'{given}' is not an address."),
                (null, { } url) => await ClientAddressEndpoint.AskAsync(url, cancellation),
                _ => throw CommandException.Usage("Name the endpoint that tells your address with --from, or the address with --ip."),
            };
            console.WriteLine($"Your address is {address}.");
            return addition.Add(result, [address], project => [lists.FindOrMake(result, project)]);
        });
        return command;
    }
}
