using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using PolicySdk.Diagnostics;

namespace PolicySdk.Enforcement;

/// <summary>The body of a refusal: problem details (RFC 9457) with a trace id; a page, or plain text, for callers that want no JSON.</summary>
/// <param name="services">The application's services.</param>
internal sealed class RefusalBody(IServiceProvider services)
{
    internal const string Detail = "This request is not allowed from its address.";

    private static readonly MediaTypeHeaderValue ProblemJson = new("application/problem+json");
    private static readonly MediaTypeHeaderValue Html = new("text/html");
    private static readonly MediaTypeHeaderValue[] Offered = [ProblemJson, new("application/json"), Html, new("text/plain")];

    // The services of a request are made when somebody asks for them: not for one that is not there.
    private readonly bool _hasService = services.GetService<IServiceProviderIsService>()?.IsService(typeof(IProblemDetailsService)) ?? true;

    internal async Task WriteAsync(HttpContext context, string? reference)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var type = AcceptedTypes.Best(context.Request, Offered);
        var isJson = type?.SubType.EndsWith("json", StringComparison.Ordinal) == true;
        if (isJson && _hasService && await TryWriteByServiceAsync(context, reference))
        {
            return;
        }

        var title = ReasonPhrases.GetReasonPhrase(context.Response.StatusCode);
        var isHtml = ReferenceEquals(type, Html);
        context.Response.ContentType = isJson ? "application/problem+json" : isHtml ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
        var text = isJson ? Problem(title, context, reference) : isHtml ? Page(title, context, reference) : PlainText(title, context, reference);
        // An answer of unknown length is sent in chunks, which costs more.
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(text);
        await context.Response.WriteAsync(text);
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

    private static string Problem(string title, HttpContext context, string? reference) =>
        $$"""{"title":"{{Json(title)}}","status":{{context.Response.StatusCode}},"detail":"{{Detail}}","traceId":"{{Json(RequestReference.TraceIdOf(context))}}"{{(reference is null ? "" : $",\"reference\":\"{Json(reference)}\"")}}}""";

    private static string Json(string text) => JavaScriptEncoder.Default.Encode(text);

    private static string PlainText(string title, HttpContext context, string? reference) =>
        $"{title}\n{Detail}\nTrace: {RequestReference.TraceIdOf(context)}\n{(reference is null ? "" : $"Reference: {reference}\n")}";

    private static string Page(string title, HttpContext context, string? reference) => $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)}</title></head>
        <body><h1>{WebUtility.HtmlEncode(title)}</h1><p>{Detail}</p><p>Trace: {WebUtility.HtmlEncode(RequestReference.TraceIdOf(context))}</p>{(reference is null ? "" : $"<p>Reference: {WebUtility.HtmlEncode(reference)}</p>")}</body></html>

        """;
}
