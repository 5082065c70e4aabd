namespace PolicySdk.Tests;

/// <summary>What the generator writes for a <c>client-address.yaml</c> with few keys.</summary>
internal abstract class TestClientAddress : IpClientAddress
{
    public override string HeaderName => "X-Forwarded-For";

    public override int? Limit => null;
}
