using System.CommandLine;
using PolicySdk.Addresses;
using PolicySdk.Cli.Explaining;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;
using PolicySdk.Expectations;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Commands;

/// <summary><c>policysdk explain</c>: whether an address is let in, by which policy, for whom, and why.</summary>
internal static class ExplainCommand
{
    internal static Command Create(CommandConsole console)
    {
        var address = new Argument<string>("address") { Description = "The address of the caller." };
        var policy = new Option<string?>("--policy", "-p") { Description = "Only this policy; by default all." };
        var client = new Option<string?>("--client", "-c") { Description = "The client that calls; by default all clients." };
        var on = SharedOptions.Date("--on", "The day (UTC); by default today.", static () => SharedOptions.UtcToday);
        var environment = new Option<string>("--in")
        {
            Description = "The environment of the host.",
            DefaultValueFactory = static _ => Expectation.DefaultEnvironment,
            HelpName = "ENVIRONMENT",
        };
        environment.Validators.Add(static result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("--in must name an environment.");
            }
        });
        var format = SharedOptions.Choice("--format", "The output format.", "text", "json");
        var command = new CommandWithExamples("explain", "Says whether an address is let in, by which policy, for whom, which entry decides, and when that ends.", """
            policysdk explain 203.0.113.7
            policysdk explain 203.0.113.7 --policy partner-api --client acme-prod --on 2027-02-01
            policysdk explain ::1 --in Development
            """)
        {
            address, policy, client, on, environment, format,
        };
        command.SetAction(result =>
        {
            var asked = ReadAddress(result.GetRequiredValue(address));
            var folder = PolicyFolder.Read(result.GetValue(SharedOptions.Folder));
            var project = folder.Parse();
            var moment = new Moment(result.GetValue(on), result.GetValue(environment)!, IsCertain: false);
            var valid = PolicyProject.ValidPaths(project);
            var explanations = PolicyChoice.Of(project, result.GetValue(policy))
                .Select(one => PolicyExplanation.Of(one, valid.Contains(one.Path), project.Context.Networks, asked, result.GetValue(client), moment))
                .ToList();
            var writer = new ExplanationWriter(console, folder, asked, moment);
            if (result.GetValue(format) == "json")
            {
                writer.WriteJson(explanations);
            }
            else
            {
                writer.WriteText(explanations);
            }

            return ExitCodes.Clean;
        });
        return command;
    }

    // As the runtime sees callers: a mapped address is the IPv4 one.
    private static IpAddressValue ReadAddress(string text) =>
        IpEntryText.TryParseAddress(IpTextSpan.Of(text), out var address, out _) ? address.IsMapped ? address.EmbeddedIPv4() : address
            : throw CommandException.Usage($"'{text}' is not an address. Write one like 203.0.113.7 or 2001:db8::7, without a port or a prefix.");
}
