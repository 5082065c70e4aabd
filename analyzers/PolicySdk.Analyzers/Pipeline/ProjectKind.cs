using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>Tells applications, of which all calls are seen, from what is part of one.</summary>
internal static class ProjectKind
{
    private static readonly string[] TestAssemblies = ["xunit.", "nunit.", "TUnit", "Microsoft.AspNetCore.TestHost", "Microsoft.AspNetCore.Mvc.Testing", "Microsoft.TestPlatform", "Microsoft.Testing.", "Microsoft.VisualStudio.TestPlatform", "MSTest."];

    /// <summary>Whether the project is started by itself: what it doesn't call, nobody else calls for it.</summary>
    internal static bool IsApplication(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication && !IsTest(compilation);

    /// <summary>Whether the project tests others. It builds pipelines that are wrong, or not whole, on purpose.</summary>
    internal static bool IsTest(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(static name => TestAssemblies.Any(prefix => name.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));
}
