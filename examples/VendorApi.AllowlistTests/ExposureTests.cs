namespace VendorApi.AllowlistTests;

/// <summary>What the application lets happen: every endpoint is called, and who can reach it is on record.</summary>
public sealed class ExposureTests(VendorFactory factory) : IClassFixture<VendorFactory>
{
    // The sandbox only reports so far; the other two are open to any address, each for its reason.
    [Fact]
    public Task Nobody_gets_in_from_elsewhere() => factory.SweepFrom("8.8.8.8").Except("/sandbox/prices/{symbol}", "/me/address", "/healthz").ExpectRefusedAsync();

    [Fact]
    public Task The_sandbox_will_refuse_them_too() =>
        factory.SweepFrom("8.8.8.8", at: new(2034, 7, 1, 0, 0, 0, TimeSpan.Zero)).Except("/me/address", "/healthz").ExpectRefusedAsync();

    [Fact]
    public Task Every_endpoint_does_for_Acme_what_its_policies_say() =>
        factory.SweepFrom("203.0.113.7", client: "acme-prod").With(static request => request.Headers.Authorization = VendorFactory.AcmeToken).ExpectAsDeclaredAsync();

    // policies/exposure.lock: POLICYSDK_ACCEPT_EXPOSURE=1 rewrites it.
    [Fact]
    public void Who_can_reach_what_is_as_reviewed() => ExposureInventory.Verify(factory);
}
