using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK4003: a client id that is the credential itself. The tokens are made up.</summary>
public sealed class Psdk4003SecretClientIdTests
{
    private static readonly RuleVerifier Rule = new(RuleIds.SecretClientId, IsFatal: false);

    [Theory]
    [InlineData("gh" + "p_0123456789abcdefABCDEF0123456789abcd", "ghp_", "a GitHub token")]
    [InlineData("sk_li" + "ve_4eC39HqLyjWDarjtT1", "sk_l", "a Stripe key")]
    [InlineData("AK" + "IAIOSFODNN7EXAMPLE", "AKIA", "an AWS key")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.x", "eyJh", "a JSON web token")]
    [InlineData("9f2c4e81d07ab35f6c2e9d41", "9f2c", "a random key")]
    [InlineData("acme-k3J9xQ2mZ7pL5vN8wR4t", "acme", "a random key")]
    public void A_secret_is_refused_and_not_repeated(string id, string start, string what) =>
        Rule.FiresIn(
            $"policy: sample\nclients:\n  [|{id}|]: {{allow: [10.0.0.1]}}\n",
            $"The client id '{start}…' looks like {what}. Policy files and logs are no place for secrets: name the client, and revoke what was committed.");

    [Theory]
    [InlineData("acme-prod")]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("acmeproductionapi2026")]
    [InlineData("internal.reporting.service-2026-11-25")]
    [InlineData("client_00000000000000000001")]
    [InlineData("sk-hynix")]
    [InlineData("AcmeProductionIntegrationEurope")]
    public void A_name_draws_nothing(string id) => Rule.IsQuietIn($"policy: sample\nclients: {{{id}: {{allow: [10.0.0.1]}}}}\n");
}
