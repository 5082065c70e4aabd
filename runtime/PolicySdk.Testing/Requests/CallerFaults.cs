using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PolicySdk.Testing.Requests;

/// <summary>Throws what was wrong with a caller where somebody hears it: a server may wait for ever for a request whose context was never made.</summary>
internal sealed class CallerFaults : IStartupFilter
{
    /// <summary>Keeps a fault until the pipeline begins.</summary>
    internal static void Keep(HttpContext context, Exception fault) => context.Features.Set(new Fault(fault));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(static following => context => context.Features.Get<Fault>() is { } fault ? Task.FromException(fault.Exception) : following(context));
        next(app);
    };

    private sealed record Fault(Exception Exception);
}
