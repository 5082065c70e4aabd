namespace PolicySdk.Analyzers.Tests.Fixes;

/// <summary>PSDK6001 on a call that maps an endpoint.</summary>
public sealed class UnprotectedEndpointFixerTests
{
    private const string Admin = "Require IpPolicies.Admin";

    [Fact]
    public async Task Every_policy_is_offered_in_order_and_then_the_opt_out() =>
        Assert.Equal(
            [Admin, "Require IpPolicies.Office", "Require IpPolicies.PartnerApi", EndpointFix.Open],
            await EndpointFix.Titles("""app.MapGet("/a", () => 1);"""));

    [Theory]
    [InlineData("""app.MapGet("/a", () => 1);""", """app.MapGet("/a", () => 1).RequireIpPolicy<IpPolicies.Admin>();""")]
    [InlineData("""app.MapGet("/a", () => 1).WithName("a");""", """app.MapGet("/a", () => 1).RequireIpPolicy<IpPolicies.Admin>().WithName("a");""")]
    [InlineData("""app.MapGet("/a", () => 1) /* one */; // two""", """app.MapGet("/a", () => 1).RequireIpPolicy<IpPolicies.Admin>() /* one */; // two""")]
    [InlineData("""var b = app.MapGet("/a", () => 1);""", """var b = app.MapGet("/a", () => 1).RequireIpPolicy<IpPolicies.Admin>();""")]
    [InlineData("""RouteHandlerBuilder b = app.MapGet("/a", () => 1);""", """RouteHandlerBuilder b = app.MapGet("/a", () => 1).RequireIpPolicy<IpPolicies.Admin>();""")]
    [InlineData("""EndpointRouteBuilderExtensions.MapGet(app, "/a", () => 1);""", """EndpointRouteBuilderExtensions.MapGet(app, "/a", () => 1).RequireIpPolicy<IpPolicies.Admin>();""")]
    [InlineData("""app.MapHealthChecks("/healthz");""", """app.MapHealthChecks("/healthz").RequireIpPolicy<IpPolicies.Admin>();""")]
    public async Task An_endpoint_gets_the_policy_right_behind_the_call_that_maps_it(string before, string after) =>
        Assert.Equal(after, await EndpointFix.Apply(before, Admin));

    [Fact]
    public async Task A_chain_of_lines_gets_a_line()
    {
        var after = await EndpointFix.Apply("""
            app.MapGet("/a", () =>
                {
                    return 1;
                }) // the list
                // for the menu
                .WithName("a")
                .WithTags("t");
            """, Admin);

        Assert.Equal("""
            app.MapGet("/a", () =>
                {
                    return 1;
                }) // the list
                .RequireIpPolicy<IpPolicies.Admin>()
                // for the menu
                .WithName("a")
                .WithTags("t");
            """, after);
    }

    [Fact]
    public async Task A_chain_that_ends_with_the_call_gets_a_line_too()
    {
        var after = await EndpointFix.Apply("""
            app
                .MapGet("/a", () => 1); // the list
            """, Admin);

        Assert.Equal("""
            app
                .MapGet("/a", () => 1)
                .RequireIpPolicy<IpPolicies.Admin>(); // the list
            """, after);
    }

    [Theory]
    [InlineData("""app.MapHub<NewsHub>("/n");""", """app.MapHub<NewsHub>("/n").RequireIpPolicy<IpPolicies.Admin>();""")]
    [InlineData("""app.MapHub<NewsHub>("/n").RequireCors("c");""", """app.MapHub<NewsHub>("/n").RequireCors("c").RequireIpPolicy<IpPolicies.Admin>();""")]
    [InlineData("""app.MapHub<NewsHub>("/n").Add(b => b.Metadata.Add(1));""", """app.MapHub<NewsHub>("/n").RequireIpPolicy<IpPolicies.Admin>().Add(b => b.Metadata.Add(1));""")]
    [InlineData("""var hub = app.MapHub<NewsHub>("/n");""", """var hub = app.MapHub<NewsHub>("/n").RequireIpPolicy<IpPolicies.Admin>();""")]
    [InlineData("""HubEndpointConventionBuilder hub = app.MapHub<NewsHub>("/n"); // news""", "HubEndpointConventionBuilder hub = app.MapHub<NewsHub>(\"/n\"); // news\nhub.RequireIpPolicy<IpPolicies.Admin>();")]
    public async Task A_builder_that_would_lose_its_type_gets_the_policy_at_the_end(string before, string after) =>
        Assert.Equal(after, await EndpointFix.Apply(before, Admin));

    [Fact]
    public async Task Where_no_policy_compiles_none_is_offered() =>
        Assert.Equal(
            [EndpointFix.Open],
            await EndpointFix.Titles("""
                Keep(app.MapHub<NewsHub>("/n"));
                static void Keep(HubEndpointConventionBuilder hub) { }
                """));

    [Theory]
    [InlineData("""app.MapGet("/a", () => 1).WithName("a");""", """app.MapGet("/a", () => 1).AllowAnyAddress("TODO: say why any address may call this").WithName("a");""")]
    [InlineData("""HubEndpointConventionBuilder hub = app.MapHub<NewsHub>("/n");""", """HubEndpointConventionBuilder hub = app.MapHub<NewsHub>("/n").AllowAnyAddress("TODO: say why any address may call this");""")]
    public async Task The_opt_out_keeps_the_type_and_leaves_the_reason_to_be_filled_in(string before, string after) =>
        Assert.Equal(after, await EndpointFix.Apply(before, EndpointFix.Open));

    [Fact]
    public async Task All_endpoints_are_fixed_together()
    {
        var after = await EndpointFix.ApplyToAll("""
            app.MapGet("/a", () => 1);
            app.MapGet("/b", () => 2).AllowAnyAddress("the status page");
            app.MapGroup("/v1").MapPost("/c", () => 3).WithName("c");
            HubEndpointConventionBuilder hub = app.MapHub<NewsHub>("/n");
            """, "Require IpPolicies.PartnerApi");

        Assert.Equal("""
            app.MapGet("/a", () => 1).RequireIpPolicy<IpPolicies.PartnerApi>();
            app.MapGet("/b", () => 2).AllowAnyAddress("the status page");
            app.MapGroup("/v1").MapPost("/c", () => 3).RequireIpPolicy<IpPolicies.PartnerApi>().WithName("c");
            HubEndpointConventionBuilder hub = app.MapHub<NewsHub>("/n");
            hub.RequireIpPolicy<IpPolicies.PartnerApi>();
            """, after);
    }

    [Fact]
    public async Task Nobody_opens_all_endpoints_at_once()
    {
        const string Lines = """
            app.MapGet("/a", () => 1);
            app.MapGet("/b", () => 2);
            """;

        Assert.Equal(Lines, await EndpointFix.ApplyToAll(Lines, EndpointFix.Open));
    }
}
