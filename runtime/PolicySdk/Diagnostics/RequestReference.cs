using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace PolicySdk.Diagnostics;

/// <summary>What a refused caller can quote, by which the log finds the request.</summary>
internal static class RequestReference
{
    private const int MaximumLength = 64;

    private const int MaximumTraceId = 128;

    private static readonly object Key = new();

    /// <summary>The trace id. Not always the server's own text: middleware may take it from a header.</summary>
    internal static string TraceIdOf(HttpContext context) => LogText.Of(Activity.Current?.Id ?? context.TraceIdentifier, MaximumTraceId);

    /// <summary>The reference that the application gave the request, or null. Asked once a request; may throw.</summary>
    internal static string? Of(HttpContext context, Func<HttpContext, string?>? make)
    {
        if (make is null)
        {
            return null;
        }

        if (!context.Items.TryGetValue(Key, out var known))
        {
            context.Items[Key] = null; // Asked once, also where it throws.
            context.Items[Key] = known = make(context) is { Length: > 0 } made ? LogText.Of(made, MaximumLength) : null;
        }

        return (string?)known;
    }
}
