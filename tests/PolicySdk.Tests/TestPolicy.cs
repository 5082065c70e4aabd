namespace PolicySdk.Tests;

/// <summary>What the generator writes into a policy that has nothing to say on a member.</summary>
internal abstract class TestPolicy : IpPolicy
{
    internal const string ShownRevision = "0123456789ab";

    public override string Revision => ShownRevision + "cdef0123456789abcdef0123456789abcdef0123456789abcdef";

    protected override string[] CreateClientIds() => [];

    protected override ReadOnlySpan<char> EntryTable => [];

    protected override int MatchIPv6(int list, ulong upper, ulong lower) => None;

    protected override int Choose(int choice, in IpPolicyConditions now) => None;

    protected override int FindClient(string clientId) => None;
}
