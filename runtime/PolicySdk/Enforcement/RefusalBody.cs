using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using PolicySdk.Diagnostics;

namespace PolicySdk.Enforcement;

/// <summary>The body of a refusal: problem details (RFC 9457) with a trace id; a page, or plain text, for callers that want no JSON.</summary>
internal static class RefusalBody
{
    internal const string Detail = "This request is not allowed from its address.";

    private static readonly MediaTypeHeaderValue ProblemJson = new("application/problem+json");
    private static readonly MediaTypeHeaderValue Html = new("text/html");
    private static readonly MediaTypeHeaderValue[] Offered = [ProblemJson, new("application/json"), Html, new("text/plain")];

    internal static async Task WriteAsync(HttpContext context, string? reference)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var type = AcceptedTypes.Best(context.Request, Offered);
        var isJson = type?.SubType.EndsWith("json", StringComparison.Ordinal) == true;
        if (isJson && await TryWriteByServiceAsync(context, reference))
        {
            return;
        }

        var title = ReasonPhrases.GetReasonPhrase(context.Response.StatusCode);
        var isHtml = ReferenceEquals(type, Html);
        context.Response.ContentType = isJson ? "application/problem+json" : isHtml ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
        await context.Response.WriteAsync(isJson ? Problem(title, context, reference) : isHtml ? Page(title, context, reference) : PlainText(title, context, reference));
    }

    private static async ValueTask<bool> TryWriteByServiceAsync(HttpContext context, string? reference)
    {
        if (context.RequestServices.GetService<IProblemDetailsService>() is not { } service)
        {
            return false;
        }

        var problem = new ProblemDetails { Status = context.Response.StatusCode, Detail = Detail };
        if (reference is not null)
        {
            problem.Extensions["reference"] = reference;
        }

        return await service.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
    }

    private static string Problem(string title, HttpContext context, string? reference)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("title", title);
            json.WriteNumber("status", context.Response.StatusCode);
            json.WriteString("detail", Detail);
            json.WriteString("traceId", RequestReference.TraceIdOf(context));
            if (reference is not null)
            {
                json.WriteString("reference", reference);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static string PlainText(string title, HttpContext context, string? reference) =>
        $"{title}\n{Detail}\nTrace: {RequestReference.TraceIdOf(context)}\n{(reference is null ? "" : $"Reference: {reference}\n")}";

    private static string Page(string title, HttpContext context, string? reference) => $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)}</title></head>
        <body><h1>{WebUtility.HtmlEncode(title)}</h1><p>{Detail}</p><p>Trace: {WebUtility.HtmlEncode(RequestReference.TraceIdOf(context))}</p>{(reference is null ? "" : $"<p>Reference: {WebUtility.HtmlEncode(reference)}</p>")}</body></html>

        """;
}
