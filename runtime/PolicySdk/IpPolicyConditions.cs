using System.ComponentModel;

namespace PolicySdk;

/// <summary>When and where a decision is taken: what entries with dates or environments depend on.</summary>
/// <param name="Instant">The instant; its day in UTC is what <c>from</c> and <c>expires</c> are compared with.</param>
/// <param name="EnvironmentName">The host environment: <c>Production</c>, <c>Development</c>.</param>
public readonly record struct IpPolicyConditions(DateTimeOffset Instant, string EnvironmentName)
{
    private const string DefaultEnvironment = "Production";

    /// <summary>Now by the machine's clock, in the environment that the process was started in.</summary>
    /// <remarks>
    /// The environment is read as <c>WebApplication.CreateBuilder()</c> does: <c>DOTNET_ENVIRONMENT</c>, <c>ASPNETCORE_ENVIRONMENT</c>,
    /// else <c>Production</c>. Requests are decided by the host's environment instead, wherever it comes from.
    /// </remarks>
    public static IpPolicyConditions Current() => new(
        TimeProvider.System.GetUtcNow(), EnvironmentFrom(Environment.GetEnvironmentVariable));

    /// <summary>Whether the instant lies on the given day (UTC) or later.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool OnOrAfter(int year, int month, int day) => EnvironmentName is not null && Day >= new DateOnly(year, month, day);

    /// <summary>Whether the instant lies on the given day (UTC) or earlier.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool OnOrBefore(int year, int month, int day) => OnOrBefore(new DateOnly(year, month, day));

    /// <summary>Whether the environment is the given one, compared as ASP.NET Core compares names (ordinal, ignoring case).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool In(string environmentName) => string.Equals(EnvironmentName, environmentName, StringComparison.OrdinalIgnoreCase);

    internal bool OnOrBefore(DateOnly last) => EnvironmentName is not null && Day <= last;

    internal static string EnvironmentFrom(Func<string, string?> variables) =>
        variables("DOTNET_ENVIRONMENT") is { Length: > 0 } own ? own
        : variables("ASPNETCORE_ENVIRONMENT") is { Length: > 0 } web ? web
        : DefaultEnvironment;

    private DateOnly Day => DateOnly.FromDateTime(Instant.UtcDateTime);
}
