namespace PolicySdk.Analyzers.Tests.Fixes;

/// <summary>PSDK6001 on an endpoint of a group: the policy may go on the whole group.</summary>
public sealed class UnprotectedGroupFixerTests
{
    private const string Admin = "Require IpPolicies.Admin on the whole group '/v1'";

    [Fact]
    public async Task The_endpoint_comes_first_then_the_group_and_the_opt_out_for_the_endpoint_alone() =>
        Assert.Equal(
            [
                "Require IpPolicies.Admin", "Require IpPolicies.Office", "Require IpPolicies.PartnerApi",
                Admin, "Require IpPolicies.Office on the whole group '/v1'", "Require IpPolicies.PartnerApi on the whole group '/v1'",
                EndpointFix.Open,
            ],
            await EndpointFix.Titles("""app.MapGroup("/v1").MapGet("/a", () => 1);"""));

    [Theory]
    [InlineData("""app.MapGroup("/v1").MapGet("/a", () => 1);""", """app.MapGroup("/v1").RequireIpPolicy<IpPolicies.Admin>().MapGet("/a", () => 1);""")]
    [InlineData("""app.MapGroup("/v1").WithTags("t").MapGet("/a", () => 1);""", """app.MapGroup("/v1").RequireIpPolicy<IpPolicies.Admin>().WithTags("t").MapGet("/a", () => 1);""")]
    [InlineData("""var v1 = app.MapGroup("/v1"); (v1).WithTags("t").MapGet("/a", () => 1);""", """var v1 = app.MapGroup("/v1").RequireIpPolicy<IpPolicies.Admin>(); (v1).WithTags("t").MapGet("/a", () => 1);""")]
    [InlineData("""RouteGroupBuilder v1 = app.MapGroup("/api").MapGroup("/v1"); v1.MapGet("/a", () => 1);""", """RouteGroupBuilder v1 = app.MapGroup("/api").MapGroup("/v1").RequireIpPolicy<IpPolicies.Admin>(); v1.MapGet("/a", () => 1);""")]
    [InlineData("""var v1 = app.MapGroup("/v1"); var same = v1; same.MapGet("/a", () => 1);""", """var v1 = app.MapGroup("/v1").RequireIpPolicy<IpPolicies.Admin>(); var same = v1; same.MapGet("/a", () => 1);""")]
    public async Task The_nearest_group_gets_the_policy(string before, string after) => Assert.Equal(after, await EndpointFix.Apply(before, Admin));

    [Fact]
    public async Task A_group_that_is_set_up_in_lines_gets_a_line()
    {
        var after = await EndpointFix.Apply("""
            var v1 = app
                .MapGroup("/v1") // the first
                .WithTags("t");
            v1.MapGet("/a", () => 1);
            """, Admin);

        Assert.Equal("""
            var v1 = app
                .MapGroup("/v1") // the first
                .RequireIpPolicy<IpPolicies.Admin>()
                .WithTags("t");
            v1.MapGet("/a", () => 1);
            """, after);
    }

    [Theory]
    [InlineData("""var v1 = app.MapGroup("/v1"); v1 = app.MapGroup("/v2"); v1.MapGet("/a", () => 1);""")]
    [InlineData("""Map(app.MapGroup("/v1")); static void Map(RouteGroupBuilder group) => group.MapGet("/a", () => 1);""")]
    [InlineData("""app.MapGet("/a", () => 1);""")]
    public async Task A_group_that_cannot_be_told_for_sure_is_not_offered(string lines) =>
        Assert.DoesNotContain(await EndpointFix.Titles(lines), static title => title.Contains("group", StringComparison.Ordinal));

    [Fact]
    public async Task Several_endpoints_of_a_group_fix_it_once()
    {
        var after = await EndpointFix.ApplyToAll("""
            var v1 = app.MapGroup("/v1");
            v1.MapGet("/a", () => 1);
            v1.MapGet("/b", () => 2);
            v1.MapGroup("/x").MapGet("/c", () => 3);
            app.MapGet("/d", () => 4);
            """, Admin);

        Assert.Equal("""
            var v1 = app.MapGroup("/v1").RequireIpPolicy<IpPolicies.Admin>();
            v1.MapGet("/a", () => 1);
            v1.MapGet("/b", () => 2);
            v1.MapGroup("/x").RequireIpPolicy<IpPolicies.Admin>().MapGet("/c", () => 3);
            app.MapGet("/d", () => 4);
            """, after);
    }
}
