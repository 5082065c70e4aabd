using System.CommandLine;
using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Commands;

/// <summary><c>policysdk block</c>: entries to the end of a list of those who are refused.</summary>
internal static class BlockCommand
{
    internal static Command Create(CommandConsole console)
    {
        var addresses = SharedOptions.Addresses("What is blocked: addresses, prefixes, first-last ranges, or names of networks.");
        var policy = new Option<string?>("--policy", "-p") { Description = "The policy; may be left out where there is one." };
        var addition = new EntryAddition(console);
        var all = new Option<bool>("--all-policies") { Description = "In every policy of the folder, for incidents." };
        var command = new CommandWithExamples("block", "Blocks addresses, whatever else a policy says.", """
            policysdk block 198.51.100.9 --policy partner-api --note "Compromised host" --ticket SEC-77
            policysdk block 198.51.100.0/24 --all-policies --note "Scanner" --ticket SEC-78
            """)
        {
            addresses, policy, all,
        };
        addition.AddTo(command);
        command.SetAction(result => addition.Add(result, result.GetRequiredValue(addresses), project => Lists(project, result.GetValue(policy), result.GetValue(all))));
        return command;
    }

    private static IReadOnlyList<PolicyList> Lists(ProjectFiles project, string? policy, bool all)
    {
        var policies = (policy, all) switch
        {
            ({ }, true) => throw CommandException.Usage("Name a policy with --policy, or take --all-policies."),
            (_, true) => PolicyChoice.Of(project, name: null),
            _ => [PolicyChoice.One(project, policy)],
        };
        return [.. policies.Select(static policy => PolicyList.Of(policy, new(ListKind.Block)))];
    }
}
