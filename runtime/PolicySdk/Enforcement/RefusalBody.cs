using System.Net;
using System.Net.Mime;
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
/// <param name="recorder">Records what fails.</param>
internal sealed class RefusalBody(IServiceProvider services, DecisionRecorder recorder)
{
    internal const string Detail = "This request is not allowed from its address.";

    private static readonly MediaTypeHeaderValue ProblemJson = new(MediaTypeNames.Application.ProblemJson);
    private static readonly MediaTypeHeaderValue Html = new(MediaTypeNames.Text.Html);
    private static readonly MediaTypeHeaderValue[] Offered = [ProblemJson, new(MediaTypeNames.Application.Json), Html, new(MediaTypeNames.Text.Plain)];

    // The services of a request are made when somebody asks for them: not for one that is not there.
    private readonly bool _hasService = services.MayHave<IProblemDetailsService>();

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

        var answer = new Answer(ReasonPhrases.GetReasonPhrase(context.Response.StatusCode), context.Response.StatusCode, RequestReference.TraceIdOf(context), reference);
        (context.Response.ContentType, var text) = isJson ? (MediaTypeNames.Application.ProblemJson, answer.ToProblem())
            : ReferenceEquals(type, Html) ? ("text/html; charset=utf-8", answer.ToPage())
            : ("text/plain; charset=utf-8", answer.ToPlainText());
        // An answer of unknown length is sent in chunks, which costs more.
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(text);
        await context.Response.WriteAsync(text);
    }

    private async ValueTask<bool> TryWriteByServiceAsync(HttpContext context, string? reference)
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

        try
        {
            return await service.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            recorder.RecordFault(exception);
            return false;
        }
    }

    /// <summary>What a refused caller is told.</summary>
    private readonly record struct Answer(string Title, int Status, string TraceId, string? Reference)
    {
        internal string ToProblem()
        {
            var reference = Reference is null ? "" : $",\"reference\":\"{Json(Reference)}\"";
            return $$"""{"title":"{{Json(Title)}}","status":{{Status}},"detail":"{{Detail}}","traceId":"{{Json(TraceId)}}"{{reference}}}""";
        }

        internal string ToPlainText() => $"{Title}\n{Detail}\nTrace: {TraceId}\n{(Reference is null ? "" : $"Reference: {Reference}\n")}";

        internal string ToPage()
        {
            var title = WebUtility.HtmlEncode(Title);
            var reference = Reference is null ? "" : $"<p>Reference: {WebUtility.HtmlEncode(Reference)}</p>";
            return $"""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
                <body><h1>{title}</h1><p>{Detail}</p><p>Trace: {WebUtility.HtmlEncode(TraceId)}</p>{reference}</body></html>

                """;
        }

        private static string Json(string text) => JavaScriptEncoder.Default.Encode(text);
    }
}
