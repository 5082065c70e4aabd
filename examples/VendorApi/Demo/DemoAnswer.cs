using System.Net;

namespace VendorApi.Demo;

/// <summary>What the application did with a call.</summary>
/// <param name="Call">The call.</param>
/// <param name="Status">The status code of the answer.</param>
/// <param name="Reason">The reason that the application logged; without a decision, what the answer asks for.</param>
/// <param name="Entry">File and line of the entry that decided, if one did.</param>
/// <param name="Warning">The line that the application logged of the refusal, or of what report mode would refuse.</param>
/// <param name="Body">The body of the answer.</param>
internal sealed record DemoAnswer(DemoCall Call, HttpStatusCode Status, string Reason, string? Entry, string? Warning, string Body)
{
    internal bool IsAsDeclared => Status == Call.Status && Reason == Call.Reason;

    internal static async Task<DemoAnswer> ReadAsync(DemoCall call, HttpResponseMessage response, IReadOnlyList<LoggedDecision> decisions)
    {
        var body = await response.Content.ReadAsStringAsync();
        return decisions switch
        {
            [] => new(call, response.StatusCode, $"asks for {response.Headers.WwwAuthenticate.FirstOrDefault()?.Scheme ?? "nothing"}", null, null, body),
            [var decision] => new(call, response.StatusCode, decision.Result, decision.Entry, decision.IsWarning ? decision.Line : null, body),
            _ => new(call, response.StatusCode, $"{decisions.Count} decisions", null, string.Join('\n', decisions.Select(static decision => decision.Line)), body),
        };
    }
}
