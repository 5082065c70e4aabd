namespace PolicySdk.Diagnostics;

/// <summary>
/// How many lines of one event may still be written: a flood of requests must not become a flood of log lines, nor, where the log waits,
/// one of requests that wait.
/// </summary>
internal sealed class LogBudget(TimeProvider time)
{
    internal const int PerSecond = 100;

    /// <summary>How many requests may be in the log at once.</summary>
    internal const int AtOnce = 16;

    private readonly Lock _lock = new();
    private long _start = time.GetTimestamp();
    private int _written;
    private int _leftOut;
    private int _writing;

    /// <summary>Whether a line may be written; then <see cref="End"/> follows.</summary>
    /// <param name="leftOut">How many were left out before it, for the line to be preceded by that number.</param>
    internal bool TryBegin(out int leftOut)
    {
        lock (_lock)
        {
            // A clock that went back would end the lines for as long as it takes to come again.
            if (time.GetElapsedTime(_start) is var elapsed && (elapsed >= TimeSpan.FromSeconds(1) || elapsed < TimeSpan.Zero))
            {
                (_start, _written) = (time.GetTimestamp(), 0);
            }

            leftOut = 0;
            if (_written == PerSecond || _writing == AtOnce)
            {
                _leftOut++;
                return false;
            }

            _written++;
            _writing++;
            (leftOut, _leftOut) = (_leftOut, 0);
            return true;
        }
    }

    internal void End()
    {
        lock (_lock)
        {
            _writing--;
        }
    }
}
