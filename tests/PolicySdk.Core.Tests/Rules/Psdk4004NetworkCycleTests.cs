using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK4004: networks that use each other in a circle.</summary>
public sealed class Psdk4004NetworkCycleTests
{
    private static readonly RuleVerifier Rule = new(RuleIds.NetworkCycle);

    [Theory]
    [InlineData("networks:\n  a: {addresses: [{net: [|a|]}]}\n", "a -> a")]
    [InlineData("networks:\n  a: {addresses: [192.168.1.1, {net: [|b|]}]}\n  b: {addresses: [{net: a}]}\n", "a -> b -> a")]
    [InlineData("networks:\n  a: {addresses: [{net: [|b|]}]}\n  b: {addresses: [{net: c}]}\n  c: {addresses: [{net: a}]}\n", "a -> b -> c -> a")]
    [InlineData("networks:\n  a: {addresses: [{net: [|b|]}]}\n  b: {addresses: [{net: c}]}\n  c: {addresses: [{net: d}]}\n  d: {addresses: [{net: e}]}\n  e: {addresses: [{net: a}]}\n", "a -> b -> c -> 2 more -> a")]
    [InlineData("networks:\n  user: {addresses: [{net: a}]}\n  a: {addresses: [{net: [|b|]}]}\n  b: {addresses: [{net: a}]}\n", "a -> b -> a")]
    [InlineData("networks:\n  a: {addresses: [{ip: 192.168.1.0/24, except: [{net: [|a|]}]}]}\n", "a -> a")]
    public void A_circle_is_told_once(string networks, string names) =>
        Rule.FiresInNetworks(networks, $"The networks use each other in a circle: {names}. Take one of these uses out.");

    [Fact]
    public void Two_circles_are_told_apart() =>
        Rule.FiresInNetworks(
            "networks:\n  a: {addresses: [{net: [|a|]}]}\n  b: {addresses: [{net: [|b|]}]}\n",
            "The networks use each other in a circle: a -> a. Take one of these uses out.",
            "The networks use each other in a circle: b -> b. Take one of these uses out.");

    [Fact]
    public void A_policy_that_uses_a_circle_refuses_everybody_without_a_problem_of_its_own()
    {
        var project = CompiledProject.Of((RuleVerifier.NetworksPath, "networks: {a: {addresses: [192.168.1.1, {net: a}]}}"), (RuleVerifier.PolicyPath, RuleVerifier.Entry("{net: a}")));

        Assert.Equal([RuleVerifier.NetworksPath], project.Problems.Select(static problem => problem.Path));
        Assert.False(Assert.Single(project.Policies).Model.IsValid);
    }

    [Fact]
    public void Networks_that_share_one_are_no_circle() =>
        Rule.IsQuiet((RuleVerifier.NetworksPath, "networks:\n  a: {addresses: [{net: b}, {net: c}]}\n  b: {addresses: [{net: d}]}\n  c: {addresses: [{net: d}]}\n  d: {addresses: [192.168.1.1]}\n"));
}
