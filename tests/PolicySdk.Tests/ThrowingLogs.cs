using Microsoft.Extensions.Logging;

namespace PolicySdk.Tests;

/// <summary>A log provider that fails for the events of one category.</summary>
internal sealed class ThrowingLogs(string category) : ILoggerProvider, ILogger
{
    private bool _throws;

    public ILogger CreateLogger(string categoryName) => new ThrowingLogs(category) { _throws = categoryName == category };

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (_throws)
        {
            throw new IOException("The disk is full.");
        }
    }

    public void Dispose()
    {
    }
}
