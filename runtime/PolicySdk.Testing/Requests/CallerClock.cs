namespace PolicySdk.Testing.Requests;

/// <summary>Says the instant of the caller during its request, and otherwise what the application's own clock says.</summary>
internal sealed class CallerClock(TimeProvider own) : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> _instant = new();

    public override TimeZoneInfo LocalTimeZone => own.LocalTimeZone;

    public override long TimestampFrequency => own.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _instant.Value ?? own.GetUtcNow();

    public override long GetTimestamp() => own.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => own.CreateTimer(callback, state, dueTime, period);

    /// <summary>Sets the instant for the rest of this request.</summary>
    internal void Travel(DateTimeOffset? instant) => _instant.Value = instant;
}
