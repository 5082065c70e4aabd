using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Tests.Pipeline;

/// <summary>PSDK7001: forwarded headers that are believed from anybody.</summary>
public sealed class Psdk7001Tests
{
    private static readonly MarkedProject Rule = new("PSDK7001") { IsBehindProxies = true };

    [Theory]
    [InlineData("options.KnownProxies.[|Clear|]();")]
    [InlineData("options.KnownIPNetworks.[|Clear|]();")]
    [InlineData("options.KnownNetworks.[|Clear|]();")]
    [InlineData("options.KnownProxies.[|Clear|](); options.KnownIPNetworks.[|Clear|]();")]
    [InlineData("options.[|ForwardLimit|] = null;")]
    [InlineData("options.[|ForwardLimit|] = default;")]
    [InlineData("if (options.KnownProxies.Count > 0) { options.KnownProxies.[|Clear|](); }")]
    [InlineData("foreach (var proxy in options.KnownProxies) { Console.WriteLine(proxy); } options.KnownProxies.[|Clear|]();")]
    [InlineData("options.KnownProxies.Remove(IPAddress.Loopback); options.[|ForwardLimit|] = null;")]
    [InlineData("builder.Configuration.Bind(\"Proxies\", options); options.KnownProxies.[|Clear|]();")]
    public Task Lists_that_stay_empty_and_no_limit_are_told(string body) => Rule.Verify(Configure(body));

    [Theory]
    [InlineData("options.KnownProxies.Clear(); options.KnownProxies.Add(IPAddress.Parse(\"10.8.0.4\"));")]
    [InlineData("options.KnownProxies.Clear(); options.KnownIPNetworks.Clear(); options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(\"10.8.0.0/24\"));")]
    [InlineData("options.ForwardLimit = null; options.KnownProxies.Add(IPAddress.Parse(\"10.8.0.4\"));")]
    [InlineData("options.KnownProxies.Clear(); foreach (var text in args) { options.KnownProxies.Add(IPAddress.Parse(text)); }")]
    [InlineData("options.KnownProxies.Clear(); args.ToList().ForEach(text => options.KnownProxies.Add(IPAddress.Parse(text)));")]
    [InlineData("options.KnownProxies.Clear(); var proxies = options.KnownProxies; proxies.Add(IPAddress.Parse(\"10.8.0.4\"));")]
    [InlineData("options.KnownProxies.Clear(); Proxies.Fill(options);")]
    [InlineData("options.KnownProxies.Clear(); Proxies.Fill(options.KnownProxies);")]
    [InlineData("options.ForwardLimit = 2;")]
    [InlineData("int? limit = args.Length; options.ForwardLimit = limit;")]
    [InlineData("options.AllowedHosts.Clear();")]
    [InlineData("var proxies = new List<IPAddress>(); proxies.Clear(); new Own().KnownProxies.Clear();")]
    public Task Named_proxies_and_a_limit_are_not(string body) => Rule.Verify(Configure(body));

    [Theory]
    [InlineData("new ForwardedHeadersOptions { [|ForwardLimit|] = null }")]
    [InlineData("new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, [|ForwardLimit|] = null }")]
    [InlineData("new ForwardedHeadersOptions { ForwardLimit = null, KnownProxies = { IPAddress.Parse(\"10.8.0.4\") } }")]
    [InlineData("new ForwardedHeadersOptions { ForwardLimit = 1 }")]
    public Task Options_made_for_the_middleware_are_looked_at(string options) => Rule.Verify(Source("", $"app.UseForwardedHeaders({options});"));

    [Fact]
    public Task UseClientAddress_sets_the_options_that_are_configured() =>
        Rule.Verify(Source("builder.Services.AddIpPolicies(options => options.UseClientAddress<IpPolicies.ClientAddress>()).Configure<ForwardedHeadersOptions>(options => options.KnownProxies.Clear());", "app.UseForwardedHeaders();"));

    [Fact]
    public Task UseClientAddress_has_no_say_in_options_that_are_handed_over() =>
        Rule.Verify(Source(
            "builder.Services.AddIpPolicies(options => options.UseClientAddress<IpPolicies.ClientAddress>());",
            "var options = new ForwardedHeadersOptions(); options.KnownProxies.[|Clear|](); app.UseForwardedHeaders(options);"));

    [Fact]
    public Task Libraries_are_told_too() => (Rule with { Kind = OutputKind.DynamicallyLinkedLibrary }).Verify((
        "Library.cs",
        "static class Library { public static void Trust(IServiceCollection services) => services.Configure<ForwardedHeadersOptions>(options => options.KnownProxies.[|Clear|]()); }"));

    private static string Configure(string body) => Source($"builder.Services.Configure<ForwardedHeadersOptions>(options => {{ {body} }});", "app.UseForwardedHeaders();");

    private static string Source(string services, string pipeline) => "#pragma warning disable ASPDEPR005\n" + MarkedProject.Program(services, pipeline) + """

        class Own { public List<IPAddress> KnownProxies { get; } = []; }
        static class Proxies
        {
            public static void Fill(ForwardedHeadersOptions options) { }
            public static void Fill(IList<IPAddress> proxies) { }
        }
        """;
}
