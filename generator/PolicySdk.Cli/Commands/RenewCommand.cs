using System.CommandLine;
using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Commands;

/// <summary><c>policysdk renew</c>: another last day for an entry, and the day of its review.</summary>
internal static class RenewCommand
{
    private const int MostDays = 36_500;

    internal static Command Create(CommandConsole console)
    {
        var address = new Argument<string>("address") { Description = "The entry, by what it says: address, prefix, range or network." };
        var lists = new ListOptions();
        var expires = SharedOptions.Date("--expires", "The new last day (UTC).");
        var days = new Option<int?>("--days") { Description = "The new last day, in days from today." };
        var reviewed = new Option<bool>("--reviewed") { Description = "Note that the entry was reviewed today." };
        var dryRun = SharedOptions.DryRun();
        var today = SharedOptions.Today();
        var command = new CommandWithExamples("renew", "Gives an entry another last day, or notes its review.", """
            policysdk renew 203.0.113.64-203.0.113.79 --policy partner-api --client acme-test --expires 2027-06-30
            policysdk renew 203.0.113.7 --policy admin --days 90 --reviewed
            """)
        {
            address, expires, days, reviewed, dryRun, today,
        };
        lists.AddTo(command);
        command.SetAction(result =>
        {
            var folder = PolicyFolder.Read(result.GetValue(SharedOptions.Folder));
            var list = lists.Find(result, folder.Parse());
            var day = result.GetValue(today);
            var fields = Fields(result.Given(expires), result.GetValue(days), result.GetValue(reviewed), day);
            var after = fields.Aggregate(folder, (state, field) => state.With(Set(state, list, result.GetRequiredValue(address), field)));
            return new FileEdit(console, folder, day, result.GetValue(dryRun)).Write(after.ChangesSince(folder));
        });
        return command;
    }

    private static PolicySource Set(PolicyFolder folder, PolicyList list, string address, (string Key, string Text) field)
    {
        var entry = EntrySearch.FindOne(folder, list.In(folder.Parse()), address);
        return EntryEditor.Edit(folder, list.Path, list.Place, editor => ([editor.Set(list.Place, entry, field.Key, field.Text)], 0));
    }

    private static List<(string Key, string Text)> Fields(CalendarDate? expires, int? days, bool isReviewed, CalendarDate today)
    {
        var last = (expires, days) switch
        {
            ({ } day, null) => day,
            (null, > 0 and <= MostDays) => InDays(today, days.Value),
            (null, null) when isReviewed => (CalendarDate?)null,
            _ => throw CommandException.Usage($"Name the new last day with --expires, or with --days from 1 to {MostDays}; or say --reviewed."),
        };
        List<(string Key, string Text)> fields = [];
        if (last is { } end)
        {
            fields.Add((Keys.Expires, end.ToString()));
        }

        if (isReviewed)
        {
            fields.Add((Keys.Reviewed, today.ToString()));
        }

        return fields;
    }

    private static CalendarDate InDays(CalendarDate today, int days)
    {
        var start = new DateTime(today.Year, today.Month, today.Day, 0, 0, 0, DateTimeKind.Utc);
        return days <= (DateTime.MaxValue - start).Days ? CalendarDate.Of(start.AddDays(days)) : throw CommandException.Usage("That is after the year 9999.");
    }
}
