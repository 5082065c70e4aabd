using PolicySdk.Collections;
using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Generator;

/// <summary>
/// The steps for one file, each guarded: what fails inside becomes a problem and a policy that refuses everybody. What fails in any other
/// step leaves no policy at all, and ends the build (CS8785, an error by the package's build files).
/// </summary>
internal static class PipelineSteps
{
    internal static PolicyFile Read(PolicyInput input) =>
        InternalFault.Guard(input.Path, () => PolicyFileReader.Read(input), problem => Unread(input.Path, problem));

    internal static CompiledPolicy Compile(PolicyDocument document, ProjectContext context) =>
        InternalFault.Guard(
            document.Path,
            () => PolicyCompiler.Compile(document, context),
            problem => PolicyCompiler.DenyAll(document) with { Problems = document.Problems.Append(problem).ToEquatableArray() });

    private static PolicyFile Unread(string path, Problem problem)
    {
        var problems = new[] { problem }.ToEquatableArray();
        return PolicyFileKinds.Of(path) switch
        {
            PolicyFileKind.Policy => new PolicyDocument(path, PolicyFileKinds.NameFromPath(path), default, null, null, null, default, [], [], [], [], problems),
            PolicyFileKind.Networks => new NetworksDocument(path, [], problems),
            PolicyFileKind.ClientAddress => new ClientAddressDocument(path, [], "", null, default, problems),
            PolicyFileKind.Guardrails => new GuardrailsDocument(path, Guardrails.Broken, problems),
            _ => new OtherFile(path, problems),
        };
    }
}
