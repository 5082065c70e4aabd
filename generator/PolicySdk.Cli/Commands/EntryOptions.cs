using System.CommandLine;
using PolicySdk.Addresses;
using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Output;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Commands;

/// <summary>What an entry that is added says besides its addresses.</summary>
internal sealed class EntryOptions(bool withOwner = true)
{
    private readonly Option<string?> _note = new("--note") { Description = "What the address is." };
    private readonly Option<string?> _owner = new("--owner") { Description = "Who answers for it." };
    private readonly Option<string?> _ticket = new("--ticket") { Description = "A reference, such as OPS-1412." };
    private readonly Option<CalendarDate> _from = SharedOptions.Date("--from-day", "The first day (UTC) on which it counts.");
    private readonly Option<CalendarDate> _expires = SharedOptions.Date("--expires", "The last day (UTC) on which it counts.");
    private readonly Option<CalendarDate> _reviewed = SharedOptions.Date("--reviewed", "The day of its review.");
    private readonly Option<string?> _onlyIn = new("--only-in") { Description = "The only environment in which it counts, such as Development." };

    internal void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _note, _owner, _ticket, _from, _expires, _reviewed, _onlyIn }.Where(option => withOwner || option != _owner))
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The entry, with what the guardrails require asked for on a terminal.</summary>
    /// <exception cref="CommandException">Something required is missing, and nobody can be asked.</exception>
    internal NewEntry Entry(ParseResult result, CommandConsole console, string target, Guardrails guardrails, string? owner)
    {
        // What only looks like an address gets the advice for addresses.
        var isAddress = IpEntryText.TryParse(target, out _, out _) || target.AsSpan().IndexOfAny(".:/") >= 0;
        var fields = new List<(string Key, string? Text)>
        {
            (Keys.Note, result.GetValue(_note)),
            (Keys.Owner, withOwner ? result.GetValue(_owner) : null),
            (Keys.Ticket, result.GetValue(_ticket)),
            (Keys.From, result.Given(_from)?.ToString()),
            (Keys.Expires, result.Given(_expires)?.ToString()),
            (Keys.Reviewed, result.Given(_reviewed)?.ToString()),
            (Keys.OnlyIn, result.GetValue(_onlyIn)),
        };
        var missing = guardrails.Required.Where(key => isAddress && !(key == Keys.Owner && owner is not null) && fields.Find(field => field.Key == key).Text is null).ToList();
        if (missing.Count > 0 && !console.IsInteractive)
        {
            throw CommandException.Usage($"The guardrails require {string.Join(" and ", missing.Select(static key => $"--{key}"))}.");
        }

        foreach (var key in missing)
        {
            var answer = console.Ask($"{key} of {target}:");
            fields[fields.FindIndex(field => field.Key == key)] = (key, answer);
        }

        return new(isAddress ? Keys.Ip : Keys.Net, target, [.. fields.Where(static field => field.Text is not null).Select(static field => (field.Key, field.Text!))]);
    }

}
