using PolicySdk.Collections;
using PolicySdk.Matching;
using PolicySdk.Validation;

namespace PolicySdk.Policies;

/// <summary>What becomes of a policy file. The three parts are emitted apart, so that a moved line leaves the matcher as it is.</summary>
internal sealed record CompiledPolicy(PolicyModel Model, EntriesModel Entries, EquatableArray<Problem> Problems)
{
    /// <summary>The same policy, refusing everybody; what code may name is still there.</summary>
    internal CompiledPolicy Denied() => this with
    {
        Model = Model with { Revision = "", IsValid = false, ReportUntil = null, EntryTexts = [], EntryCount = 0, Plan = MatchPlan.Nobody },
        Entries = Entries with { Rows = [] },
    };
}

/// <summary>A policy as the generated type says it. Holds no place in a file.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Name">The name in the file.</param>
/// <param name="Identifier">The name of the generated type.</param>
/// <param name="Description">Free text, or null.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="Revision">SHA-256 of the normalised content.</param>
/// <param name="IsValid">Whether it compiled; if not, the plan refuses everybody.</param>
/// <param name="ReportUntil">The last day of report mode, or null.</param>
/// <param name="ClientIds">The clients, in the order of the plan's lists.</param>
/// <param name="EntryTexts">A line of text for each of the first entries, for people.</param>
/// <param name="EntryCount">How many entries there are.</param>
/// <param name="Plan">What the matcher decides.</param>
internal sealed record PolicyModel(
    string Path,
    string Name,
    string Identifier,
    string? Description,
    string? Owner,
    string Revision,
    bool IsValid,
    CalendarDate? ReportUntil,
    EquatableArray<string> ClientIds,
    EquatableArray<string> EntryTexts,
    int EntryCount,
    MatchPlan Plan);

/// <summary>The entries of a policy with their places.</summary>
/// <param name="Identifier">The name of the generated type.</param>
/// <param name="Name">Where the policy's name stands; nowhere if the file does not say it.</param>
/// <param name="Rows">The entries.</param>
internal sealed record EntriesModel(string Identifier, PolicyPlace? Name, EquatableArray<EntryRow> Rows);

/// <summary>A place on one line of a file, counted from 1.</summary>
internal sealed record PolicyPlace(string File, int Line, int Column, int Length)
{
    internal static PolicyPlace? OfName(PolicyDocument document) =>
        document.HasWrittenName ? new(document.Path, document.NameRange.Line + 1, document.NameRange.Column + 1, document.NameRange.Length) : null;
}

/// <summary>Which list an entry belongs to, named as the runtime names it.</summary>
internal enum EntryList
{
    Allow,
    Client,
    Block,
}

/// <summary>An entry as the runtime shows it.</summary>
internal sealed record EntryRow(
    EntryList List,
    string? ClientId,
    string Text,
    string? Network,
    string? Note,
    string? Owner,
    string? Ticket,
    CalendarDate? From,
    CalendarDate? Expires,
    EquatableArray<string> OnlyIn,
    string File,
    int Line)
{
    /// <summary>How many characters of the user's texts it holds.</summary>
    internal int TextLength => (ClientId?.Length ?? 0) + (Network?.Length ?? 0) + (Note?.Length ?? 0) + (Owner?.Length ?? 0) + (Ticket?.Length ?? 0) + (OnlyIn.Count == 0 ? 0 : OnlyIn.Sum(static name => name.Length));

    internal static EntryRow Of(EntryList list, string? clientId, ExpandedEntry entry, string policyPath) => new(
        list,
        clientId,
        entry.Addresses.ToString(),
        entry.User?.Net,
        entry.Entry.Note ?? entry.User?.Note,
        entry.Entry.Owner ?? entry.Network?.Owner ?? entry.User?.Owner,
        entry.Entry.Ticket ?? entry.User?.Ticket,
        entry.Condition.From,
        entry.Condition.Expires,
        entry.Condition.OnlyIn,
        entry.Network?.Path ?? policyPath,
        entry.Entry.Range.Line + 1);
}
