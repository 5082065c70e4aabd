using PolicySdk.Collections;
using PolicySdk.Validation;

namespace PolicySdk.Policies;

/// <summary>The guardrails of a project: those of its one file. Of two nobody could tell which holds, so that is an error for all.</summary>
internal sealed record GuardrailsTable(Guardrails Guardrails, EquatableArray<Problem> Problems)
{
    internal static GuardrailsTable Of(IEnumerable<GuardrailsDocument> documents)
    {
        var sorted = documents.OrderBy(static document => document.Path, StringComparer.Ordinal).ToList();
        var guardrails = sorted.Count switch
        {
            0 => Guardrails.None,
            1 => sorted[0].Guardrails,
            _ => Guardrails.Broken,
        };
        return new(guardrails, OneFile.Check(sorted, "guardrails", "every policy refuses everybody"));
    }
}
