using System.Globalization;

namespace PolicySdk.Testing;

/// <summary>What a request of a sweep was answered.</summary>
/// <param name="Method">The method.</param>
/// <param name="Route">The route pattern of the endpoint.</param>
/// <param name="StatusCode">The status code, or null where the request ended in an exception or too late.</param>
/// <param name="Refusal">What the policy said that refused it, or null where none did.</param>
/// <param name="Declared">Whether the policies of the endpoint, asked directly, let the caller in.</param>
/// <param name="Fault">The exception, or that there was no answer in time; null where there was an answer.</param>
public sealed record SweepAnswer(string Method, string Route, int? StatusCode, IpPolicyDecision? Refusal, bool Declared, string? Fault)
{
    /// <summary>Whether a policy refused it.</summary>
    public bool IsRefused => Refusal is not null;

    /// <summary>The answer for people.</summary>
    public override string ToString() => $"{Method} {Route}: {Describe()}";

    private string Describe()
    {
        if (Refusal is { } refusal)
        {
            var entry = refusal.Entry is { } deciding ? $", {deciding.Text} at {deciding.Location}" : "";
            return string.Create(CultureInfo.InvariantCulture, $"refused ({StatusCode}) by {(refusal.Policy is { } policy ? $"policy {policy.Name}" : "no policy")}: {refusal.Reason}{entry}");
        }

        return Fault is not null ? $"let through, then {Fault}"
            : StatusCode is 401 or 403 ? string.Create(CultureInfo.InvariantCulture, $"answered {StatusCode} without a policy's refusal: the application's own answer, which proves nothing of the address")
            : string.Create(CultureInfo.InvariantCulture, $"let through ({StatusCode})");
    }
}
