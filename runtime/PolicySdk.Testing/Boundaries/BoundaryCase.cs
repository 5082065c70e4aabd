using System.Net;

namespace PolicySdk.Testing;

/// <summary>An address at the border of an entry, and what the policy's file says of it.</summary>
public sealed class BoundaryCase
{
    private readonly IpPolicy _policy;

    internal BoundaryCase(IpPolicy policy, string address, string? clientId, DateOnly day, string environmentName, bool isAllowed, string why)
    {
        _policy = policy;
        Address = address;
        ClientId = clientId;
        Day = day;
        EnvironmentName = environmentName;
        IsAllowed = isAllowed;
        Why = why;
    }

    /// <summary>The caller's address.</summary>
    public string Address { get; }

    /// <summary>The client that calls, or null.</summary>
    public string? ClientId { get; }

    /// <summary>The day (UTC) of the call.</summary>
    public DateOnly Day { get; }

    /// <summary>The host environment.</summary>
    public string EnvironmentName { get; }

    /// <summary>Whether the call is allowed, by the file.</summary>
    public bool IsAllowed { get; }

    /// <summary>What the address is to which entry: <c>one after 203.0.113.0/24 (policies/partner-api.policy.yaml:4)</c>.</summary>
    public string Why { get; }

    /// <summary>Asks the compiled policy.</summary>
    /// <exception cref="PolicyTestException">It decides otherwise.</exception>
    public void Verify()
    {
        var decision = _policy.Evaluate(IPAddress.Parse(Address), ClientId, new(new(Day, new(12, 0), TimeSpan.Zero), EnvironmentName));
        if ((decision is { IsAllowed: true, IsReportOnly: false }) != IsAllowed)
        {
            throw new PolicyTestException($"{_policy.Name}: {this}, but is {(IsAllowed ? "refused" : "allowed")} ({decision.Reason}{(decision.Entry is { } entry ? $", {entry.Text} at {entry.Location}" : "")}).");
        }
    }

    /// <summary>The case as the name of a test.</summary>
    public override string ToString() =>
        $"{Address}{(ClientId is null ? "" : $" for '{ClientId}'")} on {Day:O} in {EnvironmentName} is to be {(IsAllowed ? "allowed" : "refused")}: {Why}";
}
