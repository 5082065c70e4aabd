using PolicySdk.Collections;
using PolicySdk.Validation;

namespace PolicySdk.Policies;

/// <summary>The files of a project, read, and what they make of each other.</summary>
/// <param name="Files">The files, problems as the guardrails weigh them.</param>
/// <param name="Context">What every policy is held against.</param>
/// <param name="ClientAddress">The trusted proxies.</param>
/// <param name="Problems">What is wrong with files beside others.</param>
internal sealed record ProjectFiles(IReadOnlyList<PolicyFile> Files, ProjectContext Context, CompiledClientAddress ClientAddress, EquatableArray<Problem> Problems)
{
    internal IReadOnlyList<PolicyDocument> Policies { get; } = Files.OfType<PolicyDocument>().ToList();

    internal static ProjectFiles Of(IEnumerable<PolicyFile> read)
    {
        var all = read.ToList();
        var guardrails = GuardrailsTable.Of(all.OfType<GuardrailsDocument>());
        var files = all.ConvertAll(file => file.Adjust(guardrails.Guardrails));
        var networks = new NetworkTable(files.OfType<NetworksDocument>(), guardrails.Guardrails);
        var clientAddress = CompiledClientAddress.Of(files.OfType<ClientAddressDocument>(), networks, guardrails.Guardrails);
        return new(
            files,
            new(networks, guardrails.Guardrails, clientAddress.TrustedProxies),
            clientAddress,
            guardrails.Problems.Concat(networks.Problems).Concat(clientAddress.Problems).ToEquatableArray());
    }
}
