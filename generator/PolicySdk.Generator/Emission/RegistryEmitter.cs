using Microsoft.CodeAnalysis;
using PolicySdk.Collections;

namespace PolicySdk.Generator.Emission;

/// <summary>Writes the list of all policies and makes it known to the runtime. Writes nothing for a project without policies.</summary>
internal static class RegistryEmitter
{
    internal static void Emit(SourceProductionContext context, EquatableArray<string> identifiers, string targetNamespace)
    {
        if (identifiers.Count == 0)
        {
            return;
        }

        // Top-level statements stand in no namespace; the alias lets them say IpPolicies without a using.
        var usings = targetNamespace.Length == 0 ? "" : $"global using IpPolicies = global::{targetNamespace}.IpPolicies;";
        var writer = SourceWriter.StartFile(targetNamespace, "the files of the project's policies folder", usings);
        writer.Line("/// <summary>The policies of this project, a type for each policy file.</summary>");
        writer.Line(PolicyEmitter.GeneratedCode);
        writer.Open("public static partial class IpPolicies");
        writer.Line("/// <summary>All policies of this project, ordered by type name.</summary>");
        writer.Line("public static global::System.Collections.Generic.IReadOnlyList<global::PolicySdk.IpPolicy> All =>");
        writer.Line("[");
        foreach (var identifier in identifiers)
        {
            writer.Line($"    global::PolicySdk.IpPolicy.Of<{identifier}>(),");
        }

        writer.Line("];");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>Tells the runtime of this project's policies as soon as the assembly is loaded.</summary>");
        writer.Line(PolicyEmitter.GeneratedCode);
        writer.Open("file static class IpPoliciesRegistration");
        writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        writer.Line("internal static void Register() => global::PolicySdk.IpPolicyRegistry.Add(static () => IpPolicies.All);");
        writer.Close();
        context.AddSource("IpPolicies.g.cs", writer.ToSourceText());
    }
}
