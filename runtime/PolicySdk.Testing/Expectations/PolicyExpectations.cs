using System.Net.Sockets;
using System.Numerics;
using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Expectations;
using PolicySdk.Policies;
using PolicySdk.Testing.Sources;

namespace PolicySdk.Testing;

/// <summary>
/// Claims about a policy, decided exactly for all addresses that they speak of. They mean what the claims under <c>expect</c> in a policy file
/// mean: without a client, what is allowed is so for every caller and what is refused is so for every client; without a day, on every day; in
/// <c>Production</c> unless an environment is named. What a policy in report mode would refuse counts as refused. Addresses are written as in
/// policy files: an address, a prefix, <c>first-last</c>, or the name of a network.
/// </summary>
public sealed class PolicyExpectations
{
    private readonly TestedPolicy _policy;
    private readonly string? _client;
    private readonly CalendarDate? _day;
    private readonly string _environment;

    internal PolicyExpectations(TestedPolicy policy, string? client, CalendarDate? day, string environment)
    {
        _policy = policy;
        _client = client;
        _day = day;
        _environment = environment;
    }

    /// <summary>The ids of the policy's clients.</summary>
    public IReadOnlyList<string> ClientIds => [.. _policy.Document.Clients.Select(static client => client.Id)];

    /// <summary>The same for requests of one client.</summary>
    /// <exception cref="ArgumentException">The policy has no list for it.</exception>
    public PolicyExpectations For(string clientId) => new(_policy, ClaimReader.ReadClient(_policy, clientId), _day, _environment);

    /// <summary>The same on one day (UTC).</summary>
    public PolicyExpectations On(DateOnly day) => new(_policy, _client, day.ToCalendarDate(), _environment);

    /// <summary>The same in one host environment, such as <c>Development</c>.</summary>
    public PolicyExpectations In(string environmentName)
    {
        ArgumentException.ThrowIfNullOrEmpty(environmentName);
        return new(_policy, _client, _day, environmentName);
    }

    /// <summary>All of these addresses are allowed.</summary>
    /// <exception cref="ArgumentException">There is none, or one is neither an address nor a network of the project.</exception>
    /// <exception cref="PolicyTestException">One of them is not.</exception>
    public PolicyExpectations Allows(params string[] addresses) => Each(ExpectationKind.Allow, addresses);

    /// <summary>None of these addresses is allowed.</summary>
    /// <exception cref="ArgumentException">There is none, or one is neither an address nor a network of the project.</exception>
    /// <exception cref="PolicyTestException">One of them is.</exception>
    public PolicyExpectations Denies(params string[] addresses) => Each(ExpectationKind.Deny, addresses);

    /// <summary>All of these addresses are allowed; another name for <see cref="Allows"/>, as policy files have it.</summary>
    /// <exception cref="ArgumentException">There is none, or one is neither an address nor a network of the project.</exception>
    /// <exception cref="PolicyTestException">One of them is not.</exception>
    public PolicyExpectations Covers(params string[] addresses) => Check(Claim(ExpectationKind.Covers, ClaimReader.ReadTargets(_policy, addresses)));

    /// <summary>Nothing but these addresses is allowed.</summary>
    /// <exception cref="ArgumentException">There is none, or one is neither an address nor a network of the project.</exception>
    /// <exception cref="PolicyTestException">Another address is.</exception>
    public PolicyExpectations IsWithin(params string[] addresses) => Check(Claim(ExpectationKind.Within, ClaimReader.ReadTargets(_policy, addresses)));

    /// <summary>At most so many addresses are allowed.</summary>
    /// <param name="count">Addresses for IPv4; networks of /64, begun ones included, for IPv6.</param>
    /// <param name="family">The family that is counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the family is another one.</exception>
    /// <exception cref="PolicyTestException">More are.</exception>
    public PolicyExpectations AllowsAtMost(long count, AddressFamily family = AddressFamily.InterNetwork)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Check(Claim(ExpectationKind.AtMost, [], count, family switch
        {
            AddressFamily.InterNetwork => IpAddressFamily.IPv4,
            AddressFamily.InterNetworkV6 => IpAddressFamily.IPv6,
            _ => throw new ArgumentOutOfRangeException(nameof(family), family, "Name InterNetwork or InterNetworkV6."),
        }));
    }

    /// <summary>The policy decides as another one of its project does: for every client of either, unless one is named.</summary>
    /// <typeparam name="TOther">The other policy.</typeparam>
    /// <exception cref="ArgumentException">It is a policy of another project.</exception>
    /// <exception cref="PolicyTestException">It does not.</exception>
    public PolicyExpectations IsSameAs<TOther>()
        where TOther : IpPolicy, new() => Compare(ExpectationKind.SameAs, IpPolicy.Of<TOther>());

    /// <summary>No address is allowed here and by another policy of the project.</summary>
    /// <typeparam name="TOther">The other policy.</typeparam>
    /// <exception cref="ArgumentException">It is a policy of another project.</exception>
    /// <exception cref="PolicyTestException">One is.</exception>
    public PolicyExpectations IsDisjointFrom<TOther>()
        where TOther : IpPolicy, new() => Compare(ExpectationKind.DisjointFrom, IpPolicy.Of<TOther>());

    /// <summary>Each row of a table is decided as it says; all that are not are told at once.</summary>
    /// <param name="table">The rows; what a row leaves out is as claimed so far.</param>
    /// <exception cref="ArgumentException">There is no row, or a row names no addresses or a client that the policy does not have.</exception>
    /// <exception cref="PolicyTestException">A row is decided otherwise.</exception>
    public PolicyExpectations Decides(params ExpectedDecision[] table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Length == 0)
        {
            throw new ArgumentException("A table without rows claims nothing.", nameof(table));
        }

        var failures = table.Select(Failure).OfType<string>().ToList();
        return failures.Count == 0 ? this : throw new PolicyTestException(string.Join("\n", failures));
    }

    /// <summary>Whether an address, or all of a prefix, range or network, is allowed; without a day, on every day.</summary>
    /// <exception cref="ArgumentException">It is neither an address nor a network of the project.</exception>
    public bool IsAllowed(string address) => _policy.Refute(Claim(ExpectationKind.Allow, ClaimReader.ReadTargets(_policy, [address]))) is null;

    private string? Failure(ExpectedDecision row)
    {
        var expectations = row.Client is null ? this : For(row.Client);
        expectations = row.On is { } day ? expectations.On(day) : expectations;
        expectations = row.In is { } environment ? expectations.In(environment) : expectations;
        var claim = expectations.Claim(row.IsAllowed ? ExpectationKind.Allow : ExpectationKind.Deny, ClaimReader.ReadTargets(_policy, [row.Addresses]));
        return _policy.Refute(claim) is { } refutation ? ClaimFailure.Describe(_policy, claim, refutation) : null;
    }

    private PolicyExpectations Each(ExpectationKind kind, string[] addresses)
    {
        foreach (var target in ClaimReader.ReadTargets(_policy, addresses))
        {
            Check(Claim(kind, [target]));
        }

        return this;
    }

    private PolicyExpectations Compare(ExpectationKind kind, IpPolicy other)
    {
        _ = CompiledPolicies.Of(other);
        var theirs = _policy.Project.Find(other.Name) ?? throw new ArgumentException($"The project of '{_policy.Document.Name}' has no policy '{other.Name}' to compare with.", nameof(other));
        return Throw(Claim(kind, [], policy: other.Name), claim => _policy.Refute(claim, theirs));
    }

    private PolicyExpectations Check(Expectation claim) => Throw(claim, _policy.Refute);

    private PolicyExpectations Throw(Expectation claim, Func<Expectation, Refutation?> refute) =>
        refute(claim) is { } refutation ? throw new PolicyTestException(ClaimFailure.Describe(_policy, claim, refutation)) : this;

    private Expectation Claim(ExpectationKind kind, IReadOnlyList<AddressTarget> targets, BigInteger most = default, IpAddressFamily family = IpAddressFamily.IPv4, string? policy = null) =>
        new(kind, default, targets.ToEquatableArray(), most, family, policy, _client, default, _day, _environment);
}
