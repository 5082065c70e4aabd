using Microsoft.Extensions.Logging;

namespace PolicySdk.Tests.Faults;

/// <summary>Logs of decisions that do what they are told for requests that are to break.</summary>
internal sealed class BreakableLogs(Action<int> write, Action? isEnabled = null) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName == "PolicySdk.IpPolicies");

    public void Dispose()
    {
    }

    private void Write(int eventId) => write(eventId);

    private void Ask() => isEnabled?.Invoke();

    private sealed class Category(BreakableLogs logs, bool isOurs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel)
        {
            if (isOurs && Broken.Now)
            {
                logs.Ask();
            }

            return true;
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (isOurs && Broken.Now)
            {
                logs.Write(eventId.Id);
            }
        }
    }
}
