using System.CommandLine;
using System.CommandLine.Parsing;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class SharedOptions
{
    /// <summary>Where the policies are.</summary>
    internal static readonly Option<string?> Folder = new("--folder", "-f")
    {
        Description = "The folder of the policies, or of the project that holds it. By default the nearest folder 'policies', here or above.",
        HelpName = "FOLDER",
        Recursive = true,
    };

    /// <summary>Turns colours off; so do <c>NO_COLOR</c> and a redirected output.</summary>
    internal static readonly Option<bool> NoColor = new("--no-color") { Description = "No colours. NO_COLOR in the environment does the same.", Recursive = true };

    /// <summary>The day for what depends on it.</summary>
    internal static Option<CalendarDate> Today() => Date("--today", "The day (UTC) to take for today; by default the real one.", static () => UtcToday);

    /// <summary>One address or more, of any form.</summary>
    internal static Argument<string[]> Addresses(string description) => new("addresses") { Description = description, Arity = ArgumentArity.OneOrMore };

    internal static Option<bool> DryRun() => new("--dry-run", "-n") { Description = "Show the change, and write nothing." };

    internal static CalendarDate UtcToday => CalendarDate.Of(DateTime.UtcNow.Date);

    internal static Option<CalendarDate> Date(string name, string description, Func<CalendarDate>? byDefault = null)
    {
        var option = new Option<CalendarDate>(name) { Description = description, HelpName = "YYYY-MM-DD", CustomParser = Parse };
        if (byDefault is not null)
        {
            option.DefaultValueFactory = _ => byDefault();
        }

        return option;
    }

    /// <summary>The day that was given, or null.</summary>
    internal static CalendarDate? Given(this ParseResult result, Option<CalendarDate> option) => result.GetResult(option) is null ? null : result.GetValue(option);

    /// <summary>A number of days, which can't be negative.</summary>
    internal static Option<int> Days(string name, string description, int byDefault)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "DAYS", DefaultValueFactory = _ => byDefault };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0)
            {
                result.AddError($"{name} can't be negative.");
            }
        });
        return option;
    }

    /// <summary>One of a few words.</summary>
    internal static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static CalendarDate Parse(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 0 ? "" : argument.Tokens[0].Value;
        if (!CalendarDate.TryParse(text, out var date))
        {
            argument.AddError($"'{text}' is not a date. Write YYYY-MM-DD.");
        }

        return date;
    }
}
