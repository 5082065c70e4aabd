using PolicySdk.Collections;
using PolicySdk.Validation;

namespace PolicySdk.Policies;

/// <summary>A <c>guardrails.yaml</c> file.</summary>
internal sealed record GuardrailsDocument(string Path, Guardrails Guardrails, EquatableArray<Problem> Problems) : PolicyFile(Path, Problems);
