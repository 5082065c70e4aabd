using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Kinds;

/// <summary>Endpoints that are mapped one by one.</summary>
internal static class MinimalApis
{
    internal static readonly EndpointKinds Kinds = new(
        [
            new("/attribute"), new("/convention"), new("/metadata"), new("/delegate"), new("/group/inner"), new("/group/nested/inner"), new("/group/later"),
            new("/filter"), new("/group/filter/inner"), new("/binding?sent=1"), new("/short-circuit"), new("/short-circuit/status", 202), new("/cached"),
            new("/health"), new("/socket", 101), new("/method") { Method = HttpMethod.Delete }, new("/neither/of/them"),
        ],
        static builder => builder.Services.AddOutputCache().AddHealthChecks(),
        Map);

    private static void Map(WebApplication app)
    {
        var runs = app.Services.GetRequiredService<Runs>();
        app.MapGet("/attribute", [RequireIpPolicy<TestPolicies.Office>] () => runs.Add());
        app.MapGet("/convention", runs.Add).RequireIpPolicy<TestPolicies.Office>();
        app.MapGet("/metadata", runs.Add).WithMetadata(new RequireIpPolicyAttribute<TestPolicies.Office>());
        app.Map("/delegate", context => context.Response.WriteAsync(runs.Add())).RequireIpPolicy<TestPolicies.Office>();
        MapGroups(app, runs);
        app.MapGet("/filter", runs.Add).AddEndpointFilter(Answer(runs)).RequireIpPolicy<TestPolicies.Office>();
        app.MapGet("/binding", (Bound sent) => $"{sent}").RequireIpPolicy<TestPolicies.Office>();
        app.MapGet("/short-circuit", runs.Add).ShortCircuit().RequireIpPolicy<TestPolicies.Office>();
        app.MapGet("/short-circuit/status", [RequireIpPolicy<TestPolicies.Office>] () => runs.Add()).ShortCircuit(202);
        app.MapGet("/cached", runs.Add).CacheOutput().RequireIpPolicy<TestPolicies.Office>();
        app.MapHealthChecks("/health").RequireIpPolicy<TestPolicies.Office>();
        app.Map("/socket", static async context => (await context.WebSockets.AcceptWebSocketAsync()).Dispose()).RequireIpPolicy<TestPolicies.Office>();
        app.MapDelete("/method", runs.Add).RequireIpPolicy<TestPolicies.Office>();
        app.MapFallback([RequireIpPolicy<TestPolicies.Office>] () => runs.Add());
    }

    private static void MapGroups(WebApplication app, Runs runs)
    {
        var group = app.MapGroup("/group");
        group.MapGet("/inner", runs.Add);
        group.MapGroup("/nested").MapGet("/inner", runs.Add);
        group.MapGroup("/filter").AddEndpointFilter(Answer(runs)).MapGet("/inner", runs.Add);
        group.RequireIpPolicy<TestPolicies.Office>();
        group.MapGet("/later", runs.Add);
    }

    private static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Answer(Runs runs) => (_, _) => new(runs.Add());

    /// <summary>A parameter that is read from the request by code of its own.</summary>
    private sealed record Bound
    {
        public static ValueTask<Bound?> BindAsync(HttpContext context)
        {
            context.RequestServices.GetRequiredService<Runs>().Add();
            return new(new Bound());
        }
    }
}
