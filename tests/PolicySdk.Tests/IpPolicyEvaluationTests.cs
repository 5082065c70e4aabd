using System.Net;

namespace PolicySdk.Tests;

/// <summary>The order of the questions that every policy asks.</summary>
public sealed class IpPolicyEvaluationTests
{
    private static readonly IpPolicyConditions Before = new(TestApp.Start, "Production");

    private static readonly IpPolicyConditions After = new(TestApp.Start.AddDays(2), "Production");

    [Theory]
    [InlineData("127.0.0.1", null, IpPolicyReason.Listed)]
    [InlineData("127.0.0.1", "nobody", IpPolicyReason.Listed)]
    [InlineData("127.0.0.2", "acme", IpPolicyReason.ListedForClient)]
    [InlineData("127.0.0.2", "zenith", IpPolicyReason.NotListed)]
    [InlineData("127.0.0.2", null, IpPolicyReason.NoClient)]
    [InlineData("127.0.0.2", "nobody", IpPolicyReason.UnknownClient)]
    [InlineData("127.0.0.4", null, IpPolicyReason.NotListed)]
    [InlineData("127.0.0.4", "nobody", IpPolicyReason.NotListed)]
    [InlineData("127.0.0.4", "acme", IpPolicyReason.NotListed)]
    [InlineData("::ffff:127.0.0.2", "acme", IpPolicyReason.ListedForClient)]
    [InlineData("::7f00:1", null, IpPolicyReason.NotListed)]
    [InlineData(null, "acme", IpPolicyReason.NoAddress)]
    public void Partner_decides(string? address, string? client, IpPolicyReason reason)
    {
        var decision = IpPolicy.Of<TestPolicies.Partner>().Evaluate(address is null ? null : IPAddress.Parse(address), client, Before);

        Assert.Equal(reason, decision.Reason);
        Assert.Equal(reason is IpPolicyReason.Listed or IpPolicyReason.ListedForClient, decision.IsAllowed);
    }

    [Theory]
    [InlineData("127.0.0.8", IpPolicyReason.Listed, "policies/company.networks.yaml:6")]
    [InlineData("127.0.0.9", IpPolicyReason.Blocked, "policies/office.policy.yaml:9")]
    [InlineData("::ffff:127.0.0.9", IpPolicyReason.Blocked, "policies/office.policy.yaml:9")]
    [InlineData("127.0.0.16", IpPolicyReason.NotListed, null)]
    [InlineData("::1", IpPolicyReason.Listed, "policies/office.policy.yaml:10")]
    [InlineData("::1%5", IpPolicyReason.Listed, "policies/office.policy.yaml:10")]
    public void Office_decides_by_an_entry(string address, IpPolicyReason reason, string? location)
    {
        var decision = IpPolicy.Of<TestPolicies.Office>().Evaluate(IPAddress.Parse(address), null, Before);

        Assert.Equal((reason, location), (decision.Reason, decision.Entry?.Location));
    }

    [Fact]
    public void An_entry_that_lapsed_refuses_and_is_named()
    {
        var policy = IpPolicy.Of<TestPolicies.Conditional>();

        Assert.True(policy.Evaluate(IPAddress.Loopback, null, Before).IsAllowed);
        var decision = policy.Evaluate(IPAddress.Loopback, null, After);
        Assert.Equal((false, IpPolicyReason.NotInForce, 4), (decision.IsAllowed, decision.Reason, decision.Entry?.Line));
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("development", true)]
    [InlineData("Production", false)]
    public void An_entry_counts_only_in_its_environment(string environment, bool isAllowed) => Assert.Equal(
        isAllowed, IpPolicy.Of<TestPolicies.Conditional>().Evaluate(IPAddress.Parse("127.0.0.2"), null, Before with { EnvironmentName = environment }).IsAllowed);

    [Fact]
    public void Default_conditions_satisfy_no_date_and_no_environment()
    {
        var conditions = default(IpPolicyConditions);

        Assert.False(conditions.OnOrAfter(1, 1, 1));
        Assert.False(conditions.OnOrBefore(9999, 12, 31));
        Assert.False(conditions.In("Production"));
        Assert.False(IpPolicy.Of<TestPolicies.Conditional>().Evaluate(IPAddress.Loopback, null, conditions).IsAllowed);
        Assert.False(IpPolicy.Of<TestPolicies.Reporting>().Evaluate(IPAddress.Loopback, null, conditions).IsAllowed);
    }

    [Theory]
    [InlineData("Staging", "Development", "Staging")]
    [InlineData("", "Development", "Development")]
    [InlineData(null, "Development", "Development")]
    [InlineData(null, "", "Production")]
    [InlineData(null, null, "Production")]
    public void Without_a_host_the_environment_is_the_one_that_the_default_host_would_choose(string? dotnet, string? aspnetcore, string expected) =>
        Assert.Equal(expected, IpPolicyConditions.EnvironmentFrom(name => name == "DOTNET_ENVIRONMENT" ? dotnet : aspnetcore));

    [Fact]
    public void A_default_decision_refuses()
    {
        var decision = default(IpPolicyDecision);

        Assert.Equal((false, false, IpPolicyReason.Undecided), (decision.IsAllowed, decision.IsReportOnly, decision.Reason));
        Assert.Null(decision.Policy);
        Assert.Null(decision.Entry);
    }

    [Fact]
    public void A_policy_with_an_error_refuses_even_while_it_reports()
    {
        var decision = IpPolicy.Of<TestPolicies.Invalid>().Evaluate(IPAddress.Loopback, null, Before);

        Assert.Equal((false, IpPolicyReason.InvalidPolicy), (decision.IsAllowed, decision.Reason));
    }

    [Theory]
    [InlineData("127.0.0.1", IpPolicyReason.Undecided)]
    [InlineData("127.0.0.2", IpPolicyReason.Undecided)]
    [InlineData("127.0.0.4", IpPolicyReason.NotListed)]
    [InlineData(null, IpPolicyReason.NoAddress)]
    public void Early_refuses_only_what_no_client_could_change(string? address, IpPolicyReason reason)
    {
        LazyConditions before = new(Before);

        var decision = IpPolicy.Of<TestPolicies.Partner>().EvaluateEarly(address is null ? null : IPAddress.Parse(address), ref before);

        Assert.Equal((false, reason), (decision.IsAllowed, decision.Reason));
    }

    [Fact]
    public void The_clock_is_asked_only_where_a_day_decides_and_once()
    {
        var time = new CountingTime();
        LazyConditions now = new(time, "Production");

        IpPolicy.Of<TestPolicies.Partner>().Evaluate(IPAddress.Parse("127.0.0.2"), "acme", ref now);
        IpPolicy.Of<TestPolicies.Partner>().Evaluate(IPAddress.Parse("127.0.0.4"), "acme", ref now);
        Assert.Equal(0, time.Count);

        IpPolicy.Of<TestPolicies.Conditional>().Evaluate(IPAddress.Loopback, null, ref now);
        IpPolicy.Of<TestPolicies.Conditional>().Evaluate(IPAddress.Loopback, null, ref now);
        Assert.Equal(1, time.Count);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.2")]
    [InlineData("127.0.0.4")]
    [InlineData("::1")]
    public void Evaluating_allocates_nothing(string text)
    {
        var (policy, address) = (IpPolicy.Of<TestPolicies.Partner>(), IPAddress.Parse(text));
        policy.Evaluate(address, "acme", Before);

        var before = GC.GetAllocatedBytesForCurrentThread();
        policy.Evaluate(address, "acme", Before);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    private sealed class CountingTime : TimeProvider
    {
        internal int Count { get; private set; }

        public override DateTimeOffset GetUtcNow()
        {
            Count++;
            return base.GetUtcNow();
        }
    }
}
