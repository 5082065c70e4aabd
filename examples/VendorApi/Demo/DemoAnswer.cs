using System.Net;

namespace VendorApi.Demo;

/// <summary>What the application did with a call.</summary>
/// <param name="Call">The call.</param>
/// <param name="Status">The status code of the answer.</param>
/// <param name="Reason">The reason that the application logged; without a decision, what the answer asks for.</param>
/// <param name="Entry">File and line of the entry that decided, if one did.</param>
/// <param name="Rejection">The line that the application logged of the refusal, if there was one.</param>
internal sealed record DemoAnswer(DemoCall Call, HttpStatusCode Status, string Reason, string? Entry, string? Rejection)
{
    internal bool IsAsDeclared => Status == Call.Status && Reason == Call.Reason;

    internal static DemoAnswer Of(DemoCall call, HttpResponseMessage response, IReadOnlyList<LoggedDecision> decisions) => decisions switch
    {
        [] => new(call, response.StatusCode, $"asks for {response.Headers.WwwAuthenticate.FirstOrDefault()?.Scheme ?? "nothing"}", null, null),
        [var decision] => new(call, response.StatusCode, decision.Reason ?? "no reason", decision.Entry, decision.IsRejection ? decision.Line : null),
        _ => new(call, response.StatusCode, $"{decisions.Count} decisions", null, string.Join('\n', decisions.Select(static decision => decision.Line))),
    };
}
