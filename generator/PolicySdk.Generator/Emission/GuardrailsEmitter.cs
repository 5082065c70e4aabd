using Microsoft.CodeAnalysis;
using PolicySdk.Validation;

namespace PolicySdk.Generator.Emission;

/// <summary>Writes what guardrails ask of C#, for the analyzers, which never read YAML. Writes nothing where they ask for nothing.</summary>
internal static class GuardrailsEmitter
{
    internal static void Emit(SourceProductionContext context, ProblemSeverity? unprotectedEndpoints)
    {
        if (unprotectedEndpoints != ProblemSeverity.Error)
        {
            return;
        }

        var writer = SourceWriter.StartFile("", "the project's guardrails");
        writer.Line("[assembly: global::PolicySdk.IpPolicyGuardrails(UnprotectedEndpointsAreErrors = true)]");
        context.AddSource("IpPolicies.Guardrails.g.cs", writer.ToSourceText());
    }
}
