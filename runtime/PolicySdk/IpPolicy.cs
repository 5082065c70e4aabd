using System.Net;
using System.Runtime.CompilerServices;

namespace PolicySdk;

/// <summary>
/// An allowlist compiled from a policy file. The source generator derives one sealed class from it for each file; all that
/// decides is in that class's method bodies, this one gives the order of the questions.
/// </summary>
/// <remarks>
/// A request is allowed when its address is in <c>allow</c>, or in the list of the client that made it, and not in <c>block</c>.
/// Nothing else ever allows.
/// </remarks>
public abstract partial class IpPolicy
{
    private IReadOnlyList<IpPolicyEntry>? _entries;
    private string[]? _clients;
    private IReadOnlyList<string>? _clientIds;
    private int _entryCount;

    /// <summary>The policy's name, as its file gives it: <c>partner-api</c>.</summary>
    public abstract string Name { get; }

    /// <summary>SHA-256 of the policy's normalised content, in lower-case hexadecimal. A comment or a moved line does not change it.</summary>
    public abstract string Revision { get; }

    /// <summary>The ids of the clients that have a list of their own, in the order of the file.</summary>
    public IReadOnlyList<string> ClientIds => _clientIds ??= Array.AsReadOnly(Clients);

    /// <summary>Whether it can matter who calls.</summary>
    internal bool HasClients => Clients.Length > 0;

    private string[] Clients => _clients ??= CreateClientIds();

    /// <summary>Whether the policy file compiled. A policy with an error refuses everybody.</summary>
    public virtual bool IsValid => true;

    /// <summary>The last day (UTC) on which refusals are only reported and let through, or null where the policy is enforced.</summary>
    public virtual DateOnly? ReportUntil => null;

    /// <summary>The entries that can decide, networks resolved; a decision's <see cref="IpPolicyDecision.Entry"/> is one of them.</summary>
    public IReadOnlyList<IpPolicyEntry> Entries => _entries ??= IpPolicyEntryTable.Read(EntryTable);

    /// <summary>The one instance of a policy in this process.</summary>
    /// <typeparam name="TPolicy">A generated policy: <c>IpPolicies.PartnerApi</c>.</typeparam>
    public static IpPolicy Of<TPolicy>()
        where TPolicy : IpPolicy, new() => IpPolicyCache.Get<TPolicy>();

    /// <summary>Decides for a caller whose client is not known, now, in the environment that the process was started in.</summary>
    /// <param name="address">The caller's address; null (no address) is refused. IPv4-mapped IPv6 counts as IPv4, a scope id is dropped.</param>
    public IpPolicyDecision Evaluate(IPAddress? address) => Evaluate(address, clientId: null);

    /// <summary>Decides for a caller, now, in the environment that the process was started in.</summary>
    /// <param name="address">The caller's address; null (no address) is refused. IPv4-mapped IPv6 counts as IPv4, a scope id is dropped.</param>
    /// <param name="clientId">Who calls, or null where nobody is known.</param>
    public IpPolicyDecision Evaluate(IPAddress? address, string? clientId)
    {
        LazyConditions now = default;
        return Evaluate(address, clientId, ref now);
    }

    /// <summary>Decides for a caller at a given instant in a given environment. Allocates nothing.</summary>
    /// <param name="address">The caller's address; null (no address) is refused. IPv4-mapped IPv6 counts as IPv4, a scope id is dropped.</param>
    /// <param name="clientId">Who calls, or null where nobody is known.</param>
    /// <param name="conditions">When and where; a default value satisfies no date and no environment.</param>
    public IpPolicyDecision Evaluate(IPAddress? address, string? clientId, IpPolicyConditions conditions)
    {
        LazyConditions known = new(conditions);
        return Evaluate(address, clientId, ref known);
    }

    /// <inheritdoc cref="Evaluate(IPAddress?, string?, IpPolicyConditions)" />
    internal IpPolicyDecision Evaluate(IPAddress? address, string? clientId, ref LazyConditions conditions) =>
        TryFindListed(address, out var entry) ? Allowed(IpPolicyReason.Listed, entry) : Enforce(Decide(address, clientId, ref conditions), ref conditions);

    /// <summary>
    /// Decides what can be decided before the client is known: a blocked address, and one that no list of the policy holds, are
    /// refused; any other answer is <see cref="IpPolicyReason.Undecided"/>, which is no permission.
    /// </summary>
    internal IpPolicyDecision EvaluateEarly(IPAddress? address, ref LazyConditions conditions)
    {
        if (TryFindListed(address, out _))
        {
            return default;
        }

        if (TryRefuseEarly(address, ref conditions, out var target, out var refusal))
        {
            return Enforce(refusal, ref conditions);
        }

        return Match(AnyoneList, target) == None
            ? Enforce(Refused(IpPolicyReason.NotListed), ref conditions)
            : default;
    }

    // What most callers need. Entries are counted by the first decision that asks whether the policy is valid, and the lists of one that is not hold nobody.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryFindListed(IPAddress? address, out int entry)
    {
        entry = !CallerAddress.TryCreate(address, out var target) ? None
            : target.IsIPv4 ? FindListedIPv4((uint)target.Lower)
            : FindListedIPv6(target.Upper, target.Lower);
        return (uint)entry < (uint)_entryCount;
    }

    private IpPolicyDecision Decide(IPAddress? address, string? clientId, ref LazyConditions conditions)
    {
        if (TryRefuseEarly(address, ref conditions, out var target, out var refusal))
        {
            return refusal;
        }

        var shared = Resolve(Match(AllowList, target), ref conditions);
        if (shared >= 0)
        {
            return Allowed(IpPolicyReason.Listed, shared);
        }

        var list = clientId is null ? None : FindClient(clientId);
        var own = list < FirstClientList ? None : Resolve(Match(list, target), ref conditions);
        if (own >= 0)
        {
            return Allowed(IpPolicyReason.ListedForClient, own);
        }

        var lapsed = Math.Min(shared, own);
        return lapsed < None ? Refused(IpPolicyReason.NotInForce, Lapsed(lapsed))
            : list == None && Match(AnyoneList, target) != None ? Refused(clientId is null ? IpPolicyReason.NoClient : IpPolicyReason.UnknownClient)
            : Refused(IpPolicyReason.NotListed);
    }

    private bool TryRefuseEarly(IPAddress? address, ref LazyConditions conditions, out CallerAddress target, out IpPolicyDecision refusal)
    {
        target = default;
        refusal = default;
        if (!IsValid)
        {
            refusal = Refused(IpPolicyReason.InvalidPolicy);
            return true;
        }

        if (!CallerAddress.TryCreate(address, out target))
        {
            refusal = Refused(IpPolicyReason.NoAddress);
            return true;
        }

        var block = Resolve(Match(BlockList, target), ref conditions);
        if (block < 0)
        {
            return false;
        }

        refusal = Refused(IpPolicyReason.Blocked, block);
        return true;
    }

    private int Match(int list, in CallerAddress target) =>
        target.IsIPv4 ? MatchIPv4(list, (uint)target.Lower) : MatchIPv6(list, target.Upper, target.Lower);

    private int Resolve(int match, ref LazyConditions conditions) => match >= None ? match : Choose(Choice(match), conditions.Value);

    private IpPolicyDecision Allowed(IpPolicyReason reason, int entry) => Has(entry)
        ? new(this, reason, entry, isAllowed: true)
        : throw new InvalidOperationException("The generated matcher of a policy names an entry that the policy does not have: rebuild the project.");

    private bool Has(int entry) => entry < (_entryCount > 0 ? _entryCount : _entryCount = EntryCount);

    private IpPolicyDecision Refused(IpPolicyReason reason, int entry = None) => new(this, reason, entry, isAllowed: false);

    private IpPolicyDecision Enforce(IpPolicyDecision decision, ref LazyConditions conditions) =>
        !decision.IsAllowed && IsValid && ReportUntil is { } last && conditions.Value.OnOrBefore(last) ? decision.AsReported() : decision;
}
