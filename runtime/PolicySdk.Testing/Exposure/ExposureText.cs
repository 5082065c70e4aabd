using System.Globalization;
using PolicySdk.Addresses;
using PolicySdk.Audit;
using PolicySdk.Enforcement;
using PolicySdk.Policies;
using PolicySdk.Testing.Sources;

namespace PolicySdk.Testing.Exposure;

/// <summary>Writes the inventory: a line for each endpoint, each policy and each client, in an order that depends on nothing else.</summary>
internal sealed class ExposureText(string environment)
{
    /// <summary>Between the fields of a line.</summary>
    internal const string Separator = " | ";

    private readonly ExposedSets _sets = new(environment);

    /// <summary>The lines of a file.</summary>
    internal IReadOnlyList<string> Write(IReadOnlyList<AuditedEndpoint> endpoints) =>
    [
        $"# Who can reach what in {environment}: every endpoint, its policies, and how many addresses they let in on any day. Review it like a list.",
        $"# Written by the tests: {ExposureFile.AcceptVariable}=1 rewrites it.",
        "",
        "# Endpoints",
        .. endpoints.Where(IsOther).Select(Describe).Concat(endpoints.Where(IsAsset).Select(Describe).Distinct())
            .OrderBy(static line => line.Route, StringComparer.Ordinal).ThenBy(static line => line.Text, StringComparer.Ordinal).Select(static line => line.Text),
        "",
        "# Policies, and what callers of each client have",
        .. PoliciesOf(endpoints).SelectMany(Describe),
        .. Proxies(PoliciesOf(endpoints)),
    ];

    private static IEnumerable<IpPolicy> PoliciesOf(IEnumerable<AuditedEndpoint> endpoints) =>
        endpoints.SelectMany(static endpoint => endpoint.Policies).Distinct().OrderBy(static policy => policy.Name, StringComparer.Ordinal);

    // Who sits at such an address may be anybody to every policy.
    private static IEnumerable<string> Proxies(IEnumerable<IpPolicy> policies)
    {
        var projects = policies.Select(static policy => CompiledPolicies.Of(policy).Project).Distinct();
        var lines = projects.SelectMany(static project => project.Files.Files.OfType<ClientAddressDocument>().Select(document => Proxies(document, project.Files.Context.TrustedProxies))).ToList();
        return lines.Count == 0 ? [] : ["", "# Proxies that are believed whom they name as the caller, in this header", .. lines];
    }

    private static string Proxies(ClientAddressDocument document, IpRangeSet trusted)
    {
        var limit = document.Limit is { } most ? string.Create(CultureInfo.InvariantCulture, $"at most {most} in a row") : "as many in a row as are trusted";
        return string.Join(Separator, document.Header, AddressCount.Of(trusted), limit);
    }

    // The forms of one static asset, packed and with a fingerprint, are one line.
    private static bool IsAsset(AuditedEndpoint endpoint) => EndpointKind.Of(endpoint.Endpoint) == EndpointKind.Asset;

    private static bool IsOther(AuditedEndpoint endpoint) => !IsAsset(endpoint);

    private (string Route, string Text) Describe(AuditedEndpoint endpoint)
    {
        var route = EndpointName.Of(endpoint);
        var methods = endpoint.Methods.Count == 0 ? "ANY" : string.Join(",", endpoint.Methods.Order(StringComparer.Ordinal));
        return (route, $"{methods} {OneLine(route)}{Separator}{EndpointKind.Of(endpoint.Endpoint)}{Separator}{Protection(endpoint)}");
    }

    private string Protection(AuditedEndpoint endpoint) => endpoint.State switch
    {
        EndpointState.Protected => Protection(endpoint.Policies),
        EndpointState.Open => $"OPEN to any address: {OneLine(endpoint.Reason ?? "")}",
        EndpointState.Unchecked => "UNCHECKED: it has no policy, and AllowEndpointsWithoutPolicy lets anybody call",
        EndpointState.LeadsOn => "decided by the endpoint that it leads to",
        _ => "REFUSED: it has neither a policy nor a reason to be open",
    };

    // A policy that only reports keeps nobody out yet: beside others it takes nothing away.
    private string Protection(IReadOnlyList<IpPolicy> policies)
    {
        var enforced = policies.Where(static policy => policy.ReportUntil is null).ToList();
        var (withoutClient, anyClient) = _sets.Of(enforced.Count > 0 ? enforced : policies);
        var names = string.Join(" and ", policies.Select(static policy => policy.Name).Distinct().Order(StringComparer.Ordinal));
        return $"{names}{Separator}{Mode(policies)}{Separator}{AddressCount.Of(withoutClient)}{Separator}any client {AddressCount.Of(anyClient)}";
    }

    private IEnumerable<string> Describe(IpPolicy policy) => policy.ClientIds
        .Select(client => $"{policy.Name}{Separator}{OneLine(client)}{Separator}{AddressCount.Of(_sets.Of(policy, client))}")
        .Prepend($"{policy.Name}{Separator}{Mode([policy])}{Separator}{AddressCount.Of(_sets.Of([policy]).WithoutClient)}");

    private static string Mode(IReadOnlyList<IpPolicy> policies)
    {
        var reporting = policies.Where(static policy => policy.ReportUntil is not null).OrderBy(static policy => policy.Name, StringComparer.Ordinal).ToList();
        return reporting.Count == 0 ? "enforced"
            : reporting.Count == policies.Count ? Reports(policies.Min(static policy => policy.ReportUntil)!.Value)
            : $"enforced, but {string.Join(", ", reporting.Select(static policy => $"{policy.Name} {Reports(policy.ReportUntil!.Value)}"))}";
    }

    private static string Reports(DateOnly last) => string.Create(CultureInfo.InvariantCulture, $"REPORTS ONLY until {last:yyyy-MM-dd}");

    private static string OneLine(string text) => string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c));
}
