using PolicySdk.Benchmarks.Lists;

namespace PolicySdk.Benchmarks;

/// <summary>What stands in front of one trivial endpoint.</summary>
internal enum Application
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

internal static class Applications
{
    private static readonly ReadOnlyMemory<byte> Body = "41.70"u8.ToArray();

    internal static void AddTo(this Application application, IServiceCollection services)
    {
        if (application == Application.PolicySdk)
        {
            services.AddIpPolicies();
        }
    }

    internal static void Use(this Application application, IApplicationBuilder app)
    {
        switch (application)
        {
            case Application.PolicySdk:
                app.UseIpPolicies();
                break;
            case Application.Safelist:
                app.Use(next => new Safelist(next, app.ApplicationServices.GetRequiredService<ILogger<Safelist>>(), Addresses.List).InvokeAsync);
                break;
            case Application.NetworkList:
                app.Use(next => new NetworkList(next, Addresses.List).InvokeAsync);
                break;
            default:
                app.Use(static next => context => next(context));
                break;
        }
    }

    internal static void Map(this Application application, IEndpointRouteBuilder routes)
    {
        var endpoint = routes.MapGet("/prices", Answer);
        if (application == Application.PolicySdk)
        {
            endpoint.RequireIpPolicy<IpPolicies.Thousand>();
        }
    }

    private static Task Answer(HttpContext context)
    {
        context.Response.ContentType = "text/plain";
        context.Response.ContentLength = Body.Length;
        return context.Response.Body.WriteAsync(Body).AsTask();
    }
}
