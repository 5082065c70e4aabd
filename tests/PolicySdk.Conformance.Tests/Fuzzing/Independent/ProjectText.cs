namespace PolicySdk.Conformance.Tests.Fuzzing.Independent;

/// <summary>
/// A project by the words of the language, from the texts of its files: every question walks the entries. Shares nothing with the
/// product but the YAML library.
/// </summary>
internal sealed class ProjectText
{
    private const int NetworkDepth = 33;

    private readonly Dictionary<string, IReadOnlyList<Entry>> _networks = [];
    private readonly Reading<GuardrailsText> _guardrails;
    private readonly bool _hasProxies;

    /// <summary>Reads a project.</summary>
    /// <param name="files">Its files.</param>
    /// <param name="hasProxies">Whether its proxies are trusted; while their file has a fault, none is.</param>
    internal ProjectText(IReadOnlyList<(string Path, string Text)> files, bool hasProxies)
    {
        _hasProxies = hasProxies;
        _guardrails = files.Where(static file => file.Path.EndsWith("guardrails.yaml", StringComparison.Ordinal))
            .Select(static file => Reading<GuardrailsText>.Of(() => GuardrailsText.Read(file.Text))).SingleOrDefault() ?? new(GuardrailsText.None, "");
        CollectNetworks(files.Where(static file => file.Path.EndsWith(".networks.yaml", StringComparison.Ordinal)).Select(static file => file.Text));
        ClientAddress = files.Where(static file => file.Path.EndsWith("client-address.yaml", StringComparison.Ordinal)).Select(file => Reading<ClientAddressText>.Of(() => ReadProxies(file.Text))).SingleOrDefault();
        Policies = files.Where(static file => file.Path.EndsWith(".policy.yaml", StringComparison.Ordinal)).ToDictionary(static file => file.Path, file => Reading<PolicyText>.Of(() => ReadPolicy(file.Text)));
    }

    internal IReadOnlyDictionary<string, Reading<PolicyText>> Policies { get; }

    internal Reading<ClientAddressText>? ClientAddress { get; }

    /// <summary>The addresses of the proxies, exceptions included.</summary>
    internal IEnumerable<AddressRange> ProxyRanges => AllEntries(ClientAddress?.Value?.Trust ?? []).Select(static entry => entry.Addresses).OfType<AddressRange>();

    internal GuardrailsText Guardrails => _guardrails.Value ?? GuardrailsText.None;

    /// <summary>Whether a caller is allowed, the mode of the policy left aside.</summary>
    internal bool IsAllowed(PolicyText policy, Address address, string? client, DateOnly day, string environment)
    {
        return !Holds(policy.Block, letsIn: false)
            && (Holds(policy.Allow, letsIn: true) || (client is not null && policy.Clients.TryGetValue(client, out var own) && Holds(own, letsIn: true)));

        bool Holds(IReadOnlyList<Entry> entries, bool letsIn) =>
            entries.Any(entry => Counts(entry, address, day, environment, letsIn) && !(letsIn && _hasProxies && !entry.Waives(Entry.TrustedProxy) && IsTrusted(address, day)));
    }

    /// <summary>Whether an address is that of a trusted proxy.</summary>
    internal bool IsTrusted(Address address, DateOnly day) => ClientAddress?.Value?.Trust.Any(entry => Counts(entry, address, day, "", letsIn: true, isProxy: true)) == true;

    /// <summary>All entries that a list leads to, exceptions and networks included.</summary>
    internal IEnumerable<Entry> AllEntries(IEnumerable<Entry> entries) =>
        entries.Where(static entry => !entry.IsOff).SelectMany(entry => AllEntries(entry.Except).Concat(entry.Net is null ? [] : AllEntries(_networks[entry.Net])).Prepend(entry));

    // Guardrails forbid to let an address in; a proxy is not let in, unless a network that others use has it.
    private bool Counts(Entry entry, Address address, DateOnly day, string environment, bool letsIn, bool isProxy = false) =>
        entry.IsInForce(day, environment, letsIn)
        && (entry.Addresses is { } range
            ? range.Contains(address) && !(letsIn && !isProxy && Guardrails.Forbids(entry, range, address))
            : _networks[entry.Net!].Any(inner => Counts(inner, address, day, environment, letsIn)))
        && !entry.Except.Any(exception => Counts(exception, address, day, environment, letsIn: false));

    private PolicyText ReadPolicy(string text)
    {
        NotUnderstoodException.ThrowIf(_guardrails.Value is null, $"guardrails that are not understood: {_guardrails.Why}");
        var policy = PolicyText.Read(text);
        CheckNetworks(policy.Entries, 0);
        return policy;
    }

    private ClientAddressText ReadProxies(string text)
    {
        NotUnderstoodException.ThrowIf(_guardrails.Value is null, $"guardrails that are not understood: {_guardrails.Why}");
        var proxies = ClientAddressText.Read(text);
        CheckNetworks(proxies.Trust, 0);
        return proxies;
    }

    // Of two networks with one name neither can be meant.
    private void CollectNetworks(IEnumerable<string> texts)
    {
        var all = texts.SelectMany(static text => Reading<NetworksText>.Of(() => NetworksText.Read(text)).Value?.Networks ?? new Dictionary<string, IReadOnlyList<Entry>>());
        foreach (var network in all.GroupBy(static network => NetworksText.Spoken(network.Key)).Where(static group => group.Count() == 1).Select(static group => group.First()))
        {
            _networks.Add(network.Key, network.Value);
        }
    }

    private void CheckNetworks(IEnumerable<Entry> entries, int depth)
    {
        NotUnderstoodException.ThrowIf(depth > NetworkDepth, "networks in a circle");
        foreach (var entry in entries.Where(static entry => !entry.IsOff))
        {
            CheckNetworks(entry.Except, depth);
            if (entry.Net is { } name)
            {
                CheckNetworks(_networks.TryGetValue(name, out var network) ? network : throw new NotUnderstoodException($"the network {name}"), depth + 1);
            }
        }
    }
}
