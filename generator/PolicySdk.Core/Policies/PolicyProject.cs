using PolicySdk.Collections;
using PolicySdk.Validation;

namespace PolicySdk.Policies;

/// <summary>All policy files of a project, compiled: what tools without a compiler and tests see. The generator takes the same steps one by one.</summary>
/// <param name="Policies">The policies that have a type, those with errors refusing everybody.</param>
/// <param name="ClientAddress">The trusted proxies.</param>
/// <param name="Problems">Everything wrong, in the order of files and places.</param>
internal sealed record PolicyProject(IReadOnlyList<CompiledPolicy> Policies, CompiledClientAddress ClientAddress, EquatableArray<Problem> Problems)
{
    /// <summary>Compiles a project.</summary>
    /// <param name="inputs">The files.</param>
    /// <param name="today">The day for what depends on it, or null to leave that out.</param>
    internal static PolicyProject Compile(IEnumerable<PolicyInput> inputs, CalendarDate? today)
    {
        var read = inputs.Select(PolicyFileReader.Read).ToList();
        var guardrails = GuardrailsTable.Of(read.OfType<GuardrailsDocument>());
        var files = read.Select(file => file.Adjust(guardrails.Guardrails)).ToList();
        var networks = new NetworkTable(files.OfType<NetworksDocument>(), guardrails.Guardrails);
        var clientAddress = CompiledClientAddress.Of(files.OfType<ClientAddressDocument>(), networks, guardrails.Guardrails);
        var context = new ProjectContext(networks, guardrails.Guardrails, clientAddress.TrustedProxies);
        var documents = files.OfType<PolicyDocument>().ToList();
        var compiled = documents.Select(document => PolicyCompiler.Compile(document, context)).ToList();
        var verdict = ProjectVerdict.Of(documents, context);
        return new(compiled.Select(verdict.Apply).OfType<CompiledPolicy>().ToList(), clientAddress, Sort(
            files.Where(static file => file is not PolicyDocument).SelectMany(static file => file.Problems)
                .Concat(compiled.SelectMany(static policy => policy.Problems))
                .Concat(guardrails.Problems)
                .Concat(networks.Problems)
                .Concat(clientAddress.Problems)
                .Concat(verdict.Problems)
                .Concat(UnusedNetworkRule.Check(files, context))
                .Concat(today is { } day ? files.SelectMany(file => DateRules.Check(file, guardrails.Guardrails, day)) : [])));
    }

    /// <summary>The order in which problems are told.</summary>
    internal static EquatableArray<Problem> Sort(IEnumerable<Problem> problems) =>
        problems.OrderBy(static problem => problem.Path, StringComparer.Ordinal).ThenBy(static problem => problem.Range.Start).ThenBy(static problem => problem.Rule, StringComparer.Ordinal).ToEquatableArray();
}
