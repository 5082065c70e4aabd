using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Tests.Pipeline;

/// <summary>PSDK7004: forwarded headers read too late, or by nobody.</summary>
public sealed class Psdk7004Tests
{
    private const string Proxied = "builder.Services.AddIpPolicies(options => options.UseClientAddress<IpPolicies.ClientAddress>());";

    private static readonly MarkedProject Rule = new("PSDK7004") { IsBehindProxies = true };

    [Theory]
    [InlineData("app.UseIpPolicies(); app.[|UseForwardedHeaders|]();")]
    [InlineData("app.UseIpPolicies(); app.UseCors(); app.[|UseForwardedHeaders|](new ForwardedHeadersOptions { ForwardLimit = 2 });")]
    [InlineData("app.UseIpPolicies().[|UseForwardedHeaders|]();")]
    [InlineData("if (args.Length > 0) { app.UseIpPolicies(); } app.[|UseForwardedHeaders|]();")]
    public async Task Headers_read_after_the_policies_are_told(string pipeline)
    {
        var diagnostics = await Rule.Verify(MarkedProject.Program(Proxied, pipeline));

        Assert.Equal("UseIpPolicies", MarkedProject.OtherPlace(Assert.Single(diagnostics)));
    }

    [Theory]
    [InlineData("app.UseIpPolicy<IpPolicies.Office>(); app.[|UseForwardedHeaders|]();")]
    [InlineData("app.UseIpPolicy<IpPolicies.Office>(); app.[|UseForwardedHeaders|](); app.UseIpPolicies();")]
    [InlineData("app.UseIpPolicy<IpPolicies.Office>(); app.UseIpPolicies(); app.[|UseForwardedHeaders|]();")]
    public async Task Headers_read_after_a_guard_are_told(string pipeline)
    {
        var diagnostic = Assert.Single(await Rule.Verify(MarkedProject.Program(Proxied, pipeline)));

        Assert.Equal("UseIpPolicy", MarkedProject.OtherPlace(diagnostic));
        Assert.StartsWith("UseForwardedHeaders() comes after UseIpPolicy(), ", diagnostic.GetMessage(formatProvider: null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app.UseForwardedHeaders(); app.UseIpPolicy<IpPolicies.Office>(); app.UseIpPolicies();")]
    [InlineData("app.UseForwardedHeaders(); app.UseIpPolicies();")]
    [InlineData("app.UseForwardedHeaders().UseIpPolicies();")]
    [InlineData("app.UseForwardedHeaders(); app.UseIpPolicies(); app.UseForwardedHeaders();")]
    [InlineData("app.UseForwardedHeaders(); app.Map(\"/x\", branch => branch.UseIpPolicies());")]
    [InlineData("if (args.Length > 0) { app.UseIpPolicies(); } else { app.UseForwardedHeaders(); }")]
    [InlineData("app.UseIpPolicies(); Headers.Read(app);")]
    public Task Headers_read_before_them_or_elsewhere_are_not(string pipeline) => Rule.Verify(MarkedProject.Program(Proxied, pipeline) + "\nstatic class Headers { public static void Read(IApplicationBuilder app) => app.UseForwardedHeaders(); }");

    [Theory]
    [InlineData("builder.Services.AddIpPolicies(options => options.[|UseClientAddress|]<IpPolicies.ClientAddress>());")]
    [InlineData("builder.Services.AddIpPolicies(); builder.Services.Configure<IpPolicyOptions>(options => options.[|UseClientAddress|]<IpPolicies.ClientAddress>());")]
    public async Task Trusted_proxies_whose_header_nothing_reads_are_told(string services)
    {
        var diagnostics = await Rule.Verify(MarkedProject.Program(services, "app.UseIpPolicies();"));

        Assert.Equal("UseForwardedHeaders() is not called, so nothing reads the header of the trusted proxies: every caller behind them is refused. Call app.UseForwardedHeaders() before app.UseIpPolicies().", Assert.Single(diagnostics).GetMessage(formatProvider: null));
    }

    [Fact]
    public async Task Trusted_proxies_that_are_not_used_are_told()
    {
        var diagnostics = await Rule.Verify(MarkedProject.Program("builder.Services.[|AddIpPolicies|]();", "app.UseForwardedHeaders(); app.UseIpPolicies();"));

        Assert.Equal("client-address.yaml names trusted proxies, but UseClientAddress is not called, so they are not trusted. Call options.UseClientAddress<IpPolicies.ClientAddress>() in AddIpPolicies.", Assert.Single(diagnostics).GetMessage(formatProvider: null));
    }

    [Fact]
    public Task Without_trusted_proxies_there_is_nothing_to_use() =>
        (Rule with { IsBehindProxies = false }).Verify(MarkedProject.Program("builder.Services.AddIpPolicies();", "app.UseIpPolicies();"));

    [Fact]
    public Task Without_policies_there_is_nothing_to_use_them_for() => Rule.Verify(MarkedProject.Program("", "app.UseForwardedHeaders();"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Libraries_are_not_told_of_what_the_application_calls(bool uses) => (Rule with { Kind = OutputKind.DynamicallyLinkedLibrary }).Verify(("Library.cs", $$"""
        static class Library
        {
            public static void Add(IServiceCollection services) => services.AddIpPolicies(options => { {{(uses ? "options.UseClientAddress<IpPolicies.ClientAddress>();" : "")}} });
        }
        """));

    [Theory]
    [InlineData("builder.Services.AddIpPolicies(); builder.AddDefaults();", "app.UseForwardedHeaders();")]
    [InlineData(Proxied, "app.UseDefaults();")]
    [InlineData(Proxied, "app.UseContosoProxies();")]
    [InlineData(Proxied + "builder.AddDefaults();", "")]
    public Task Code_that_can_not_be_seen_may_do_it(string services, string pipeline) => Shared.Verify("using Contoso;\n" + MarkedProject.Program(services, pipeline));

    [Fact]
    public Task Code_that_can_not_is_no_reason_for_silence() => Shared.Verify("using Contoso;\n" + MarkedProject.Program(
        "builder.AddContosoLogging(); builder.Services.AddIpPolicies(options => options.[|UseClientAddress|]<IpPolicies.ClientAddress>());", "app.UseContosoLogging();"));

    private static MarkedProject Shared => Rule with { References = [SharedLibraries.Company, SharedLibraries.Forwarding, SharedLibraries.Unaware] };
}
