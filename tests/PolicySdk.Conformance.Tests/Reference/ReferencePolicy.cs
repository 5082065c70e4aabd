using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Conformance.Tests.Reference;

/// <summary>
/// What a policy must answer, straight from its parsed files: a request is allowed when its address is in <c>allow</c>, or in the list
/// of the client that made it, and not in <c>block</c>. Knows neither plans nor range sets.
/// </summary>
internal sealed class ReferencePolicy
{
    private readonly EntryDefinition _definition;
    private readonly HashSet<string> _clients;
    private readonly CalendarDate? _reportUntil;

    internal ReferencePolicy(PolicyDocument document, IEnumerable<NetworksDocument> networks)
    {
        var byName = networks.SelectMany(static file => file.Networks).ToDictionary(static network => network.Name);
        _definition = new(byName);
        _clients = [.. document.Clients.Select(static client => client.Id)];
        _reportUntil = document.ReportUntil;
        Rows =
        [
            .. RowsOf(IpPolicyList.Allow, null, document.Allow),
            .. document.Clients.SelectMany(client => RowsOf(IpPolicyList.Client, client.Id, client.Allow)),
            .. RowsOf(IpPolicyList.Block, null, document.Block),
        ];

        IEnumerable<ReferenceRow> RowsOf(IpPolicyList list, string? client, IEnumerable<PolicyEntry> entries) =>
            entries.SelectMany(_definition.Paths).Select(path => new ReferenceRow(list, client, path, path.Count == 1 ? document.Path : byName[path[^2].Net!].Path));
    }

    internal IReadOnlyList<ReferenceRow> Rows { get; }

    internal ReferenceAnswer Decide(IpAddressValue address, string? client, CalendarDate day, string environment)
    {
        var answer = Enforced(address, client, day, environment);
        var isReported = !answer.IsAllowed && _reportUntil is { } last && day.CompareTo(last) <= 0;
        return isReported ? answer with { IsAllowed = true, IsReportOnly = true } : answer;
    }

    /// <summary>Whether anybody could be allowed on some day.</summary>
    internal bool MayAllow(IpAddressValue address) => Rows.Any(row => row.List != IpPolicyList.Block && _definition.MayCount(row.Path, address));

    private ReferenceAnswer Enforced(IpAddressValue address, string? client, CalendarDate day, string environment)
    {
        var blocked = Decider(IpPolicyList.Block, null);
        var shared = Decider(IpPolicyList.Allow, null);
        var own = client is null ? null : Decider(IpPolicyList.Client, client);
        return blocked is not null ? new(IpPolicyReason.Blocked, blocked, IsAllowed: false)
            : shared is not null ? new(IpPolicyReason.Listed, shared, IsAllowed: true)
            : own is not null ? new(IpPolicyReason.ListedForClient, own, IsAllowed: true)
            : new(WhyNot(address, client), null, IsAllowed: false);

        int? Decider(IpPolicyList list, string? of)
        {
            var counting = Enumerable.Range(0, Rows.Count)
                .Where(index => Rows[index].List == list && Rows[index].Client == of && _definition.Counts(Rows[index].Path, address, day, environment))
                .OrderBy(index => _definition.AlwaysCounts(Rows[index].Path, address) ? 0 : 1)
                .ThenByDescending(index => Rows[index].Expires ?? new(9999, 12, 31))
                .ThenBy(index => Rows[index].Addresses.Last.ToBigInteger() - Rows[index].Addresses.First.ToBigInteger())
                .ToList();
            return counting.Count > 0 ? counting[0] : null;
        }
    }

    private IpPolicyReason WhyNot(IpAddressValue address, string? client)
    {
        var covering = Rows.Where(row => row.List != IpPolicyList.Block && _definition.MayCount(row.Path, address)).ToList();
        return covering.Exists(row => row.Client is null || row.Client == client) ? IpPolicyReason.NotInForce
            : covering.Count == 0 || (client is not null && _clients.Contains(client)) ? IpPolicyReason.NotListed
            : client is null ? IpPolicyReason.NoClient
            : IpPolicyReason.UnknownClient;
    }
}

/// <summary>A decision; <paramref name="Row"/> is the index of the deciding entry.</summary>
internal sealed record ReferenceAnswer(IpPolicyReason Reason, int? Row, bool IsAllowed, bool IsReportOnly = false);
