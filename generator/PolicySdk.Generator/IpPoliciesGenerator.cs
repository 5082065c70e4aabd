using Microsoft.CodeAnalysis;

namespace PolicySdk.Generator;

/// <summary>Compiles the policy files of a project.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class IpPoliciesGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
