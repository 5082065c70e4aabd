using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PolicySdk.Testing.Requests;

/// <summary>Gives each request its caller when its context is made, before the pipeline begins: whatever the application puts first sees it.</summary>
internal sealed class CallerContextFactory(IHttpContextFactory own, CallerClock clock, TimeProvider time, DefaultCaller everybodyElse, RequestObservations observations) : IHttpContextFactory
{
    public HttpContext Create(IFeatureCollection featureCollection)
    {
        var context = own.Create(featureCollection);
        try
        {
            Begin(context);
        }
        catch (Exception exception)
        {
            // From nowhere, until the fault is thrown.
            context.Connection.RemoteIpAddress = null;
            CallerFaults.Keep(context, exception);
        }

        return context;
    }

    public void Dispose(HttpContext httpContext) => own.Dispose(httpContext);

    private void Begin(HttpContext context)
    {
        var caller = CallerOf(context);

        // Of every request, or the next one on the connection would be made at the instant of this one.
        clock.Travel(caller?.At);
        if (caller is null)
        {
            return;
        }

        if (caller.At is not null && !ReferenceEquals(time, clock))
        {
            throw new InvalidOperationException("The services have another TimeProvider than that of UseTestCallers, so the request can't be made at an instant. Call UseTestCallers after it is registered.");
        }

        observations.Begin(context);
        context.Connection.RemoteIpAddress = caller.IPAddress;
        context.Features.Set(caller);
    }

    private TestCaller? CallerOf(HttpContext context)
    {
        if (context.Request.Headers.Remove(TestCaller.HeaderName, out var header))
        {
            return TestCaller.Parse(header.ToString());
        }

        return context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address) ? null : everybodyElse.Caller;
    }
}

/// <summary>The caller of requests that name none; null leaves them as they are.</summary>
internal sealed record DefaultCaller(TestCaller? Caller);
