using Microsoft.AspNetCore.Builder;

namespace PolicySdk.Tests.Faults;

/// <summary>Policies that fail, or say what no generated code says.</summary>
internal static class PolicyFaults
{
    internal static Fault[] All =>
    [
        Policy<BrokenPolicies.Throwing>("a policy that throws"),
        Policy<BrokenPolicies.OutOfStack>("a policy that runs out of stack"),
        Policy<BrokenPolicies.NotCreated>("a policy that can't be created") with { Then = static _ => IpPolicyCache.ClearCache(null) },
        Policy<BrokenPolicies.WithoutName>("a policy whose name throws"),
        Policy<BrokenPolicies.WithoutRevision>("a policy whose revision throws"),
        Policy<BrokenPolicies.WithoutValidity>("a policy that can't say whether it compiled"),
        Policy<BrokenPolicies.Invalid>("a policy that did not compile", "invalid_policy"),
        Policy<BrokenPolicies.UncertainReport>("a policy that can't say whether it only reports"),
        Policy<BrokenPolicies.TornEntries>("a policy whose entries can't be read"),
        Policy<BrokenPolicies.MatchesNoEntry>("a policy that allows by an entry that is none"),
        Policy<BrokenPolicies.MatchesNoChoice>("a policy that leaves a choice that is none", "no_client"),
        Policy<BrokenPolicies.ChoiceThrows>("a policy whose choice throws"),
        Policy<BrokenPolicies.ChoosesNoEntry>("a policy that chooses an entry that is none"),
        Policy<BrokenPolicies.ChoosesLowest>("a policy that chooses below all entries", "not_in_force"),
        OfClient<BrokenPolicies.ClientsThrow>("a policy whose clients throw"),
        OfClient<BrokenPolicies.ClientsAreNull>("a policy whose clients are null"),
        OfClient<BrokenPolicies.FindThrows>("a policy that throws where it looks for a client"),
        OfClient<BrokenPolicies.FindsTheBlockList>("a policy that gives a client the block list", "not_listed"),
        OfClient<BrokenPolicies.FindsAnyone>("a policy that gives a client the lists of all", "not_listed"),
        OfClient<BrokenPolicies.FindsNoList>("a policy that gives a client a list that is none", "not_listed"),
        OfClient<BrokenPolicies.FindsBelowNone>("a policy that gives a client a list below all", "not_listed"),
        Policy<BrokenPolicies.Early>("a policy that throws for the middleware") with { Pipeline = static app => app.UseRouting().UseIpPolicies() },
        new("a policy that throws for UseIpPolicy") { Guard = static endpoint => endpoint.AllowAnyAddress("guarded in front"), Pipeline = static app => app.UseIpPolicy<BrokenPolicies.Throwing>() },
        new("a policy that throws beside one that allows") { Guard = static endpoint => endpoint.RequireIpPolicy<TestPolicies.Office>().RequireIpPolicy<BrokenPolicies.Throwing>() },
        new("a policy that throws as the fallback") { Guard = static endpoint => endpoint, Options = static options => options.UseFallbackPolicy<BrokenPolicies.Throwing>() },
    ];

    private static Fault Policy<TPolicy>(string name, string result = "fault")
        where TPolicy : IpPolicy, new() => new(name, result) { Guard = static endpoint => endpoint.RequireIpPolicy<TPolicy>() };

    private static Fault OfClient<TPolicy>(string name, string result = "fault")
        where TPolicy : IpPolicy, new() => Policy<TPolicy>(name, result) with { From = "127.0.0.2", Options = static options => options.ClientId = static _ => "acme" };
}
