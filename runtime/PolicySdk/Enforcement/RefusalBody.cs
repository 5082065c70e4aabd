using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace PolicySdk.Enforcement;

/// <summary>The body of a refusal: problem details (RFC 9457) with a trace id, plain text where the caller accepts no JSON.</summary>
internal static class RefusalBody
{
    private const string Detail = "This request is not allowed from its address.";

    private static readonly MediaTypeHeaderValue ProblemJson = new("application/problem+json");

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    internal static async Task WriteAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var acceptsJson = AcceptsJson(context.Request);
        if (acceptsJson && await TryWriteByServiceAsync(context))
        {
            return;
        }

        var title = ReasonPhrases.GetReasonPhrase(context.Response.StatusCode);
        context.Response.ContentType = acceptsJson ? "application/problem+json" : "text/plain; charset=utf-8";
        await context.Response.WriteAsync(acceptsJson
            ? Problem(title, context.Response.StatusCode, TraceId(context))
            : $"{title}\n{Detail}\nTrace: {TraceId(context)}\n");
    }

    private static async ValueTask<bool> TryWriteByServiceAsync(HttpContext context) =>
        context.RequestServices.GetService<IProblemDetailsService>() is { } service
        && await service.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails { Status = context.Response.StatusCode, Detail = Detail },
        });

    private static bool AcceptsJson(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            && accepted.Any(static range => range.Quality != 0 && (ProblemJson.IsSubsetOf(range) || Json.IsSubsetOf(range)));
    }

    private static string Problem(string title, int status, string traceId)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            json.WriteString("detail", Detail);
            json.WriteString("traceId", traceId);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static string TraceId(HttpContext context) => Activity.Current?.Id ?? context.TraceIdentifier;
}
