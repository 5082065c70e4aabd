using PolicySdk.Benchmarks.Lists;

namespace PolicySdk.Benchmarks;

/// <summary>What stands in front of one trivial endpoint.</summary>
internal enum Guard
{
    /// <summary>A middleware that does nothing.</summary>
    PassThrough,

    /// <summary>A policy of a thousand addresses.</summary>
    PolicySdk,

    /// <summary><see cref="Lists.Safelist"/> with the same addresses.</summary>
    Safelist,

    /// <summary><see cref="Lists.NetworkList"/> with the same addresses.</summary>
    NetworkList,
}

/// <summary>What a guard takes in an application.</summary>
internal static class Guards
{
    /// <summary>Open to the load.</summary>
    internal const string Path = "/prices";

    /// <summary>Open to others, behind a policy.</summary>
    internal const string PathOfOthers = "/others";

    private static readonly ReadOnlyMemory<byte> Body = "41.70"u8.ToArray();

    internal static void AddTo(this Guard guard, IServiceCollection services)
    {
        if (guard == Guard.PolicySdk)
        {
            services.AddIpPolicies();
        }
    }

    internal static void Use(this Guard guard, IApplicationBuilder app)
    {
        switch (guard)
        {
            case Guard.PolicySdk:
                app.UseIpPolicies();
                break;
            case Guard.Safelist:
                app.Use(next => new Safelist(next, app.ApplicationServices.GetRequiredService<ILogger<Safelist>>(), Addresses.List).InvokeAsync);
                break;
            case Guard.NetworkList:
                app.Use(next => new NetworkList(next, Addresses.List).InvokeAsync);
                break;
            default:
                app.Use(static next => context => next(context));
                break;
        }
    }

    internal static void Map(this Guard guard, IEndpointRouteBuilder routes)
    {
        var endpoint = routes.MapGet(Path, Answer);
        if (guard == Guard.PolicySdk)
        {
            endpoint.RequireIpPolicy<IpPolicies.Thousand>();
            routes.MapGet(PathOfOthers, Answer).RequireIpPolicy<IpPolicies.Others>();
        }
    }

    private static Task Answer(HttpContext context)
    {
        context.Response.ContentType = "text/plain";
        context.Response.ContentLength = Body.Length;
        return context.Response.Body.WriteAsync(Body).AsTask();
    }
}
