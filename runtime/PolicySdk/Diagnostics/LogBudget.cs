namespace PolicySdk.Diagnostics;

/// <summary>How many lines of one event may still be written: a flood of requests must not become a flood of log lines.</summary>
internal sealed class LogBudget(TimeProvider time)
{
    internal const int PerSecond = 100;

    private readonly Lock _lock = new();
    private long _start = time.GetTimestamp();
    private int _written;
    private int _leftOut;

    /// <summary>Whether a line may be written.</summary>
    /// <param name="leftOut">How many were left out before it, for the line to be preceded by that number.</param>
    internal bool TrySpend(out int leftOut)
    {
        lock (_lock)
        {
            if (time.GetElapsedTime(_start) >= TimeSpan.FromSeconds(1))
            {
                (_start, _written) = (time.GetTimestamp(), 0);
            }

            leftOut = 0;
            if (_written == PerSecond)
            {
                _leftOut++;
                return false;
            }

            _written++;
            (leftOut, _leftOut) = (_leftOut, 0);
            return true;
        }
    }
}
