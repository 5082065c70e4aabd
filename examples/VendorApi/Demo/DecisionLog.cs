using System.Collections.Concurrent;

namespace VendorApi.Demo;

/// <summary>A decision, as the application logged it.</summary>
/// <param name="Event">The name of the event.</param>
/// <param name="Reason">Why the request was allowed or refused.</param>
/// <param name="Entry">File and line of the entry that decided, if one did.</param>
/// <param name="Line">The line of the log.</param>
internal sealed record LoggedDecision(string? Event, string? Reason, string? Entry, string Line)
{
    internal bool IsWarning => Event is "Rejected" or "Reported";

    internal string Result => Event == "Reported" ? $"reported: {Reason}" : Reason ?? "no reason";
}

/// <summary>Collects what the SDK logs. The events and their properties do not change from version to version.</summary>
internal sealed class DecisionLog : ILoggerProvider
{
    internal const string Category = "PolicySdk.IpPolicies";

    private readonly ConcurrentQueue<LoggedDecision> _decisions = new();

    /// <summary>What was logged since the last call of this method.</summary>
    internal IReadOnlyList<LoggedDecision> Take()
    {
        var taken = new List<LoggedDecision>();
        while (_decisions.TryDequeue(out var decision))
        {
            taken.Add(decision);
        }

        return taken;
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private sealed class Logger(DecisionLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var properties = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
            log._decisions.Enqueue(new(
                eventId.Name,
                Text(properties, "Reason"),
                Text(properties, "Entry"),
                $"{logLevel}: {Category}[{eventId.Id}] {formatter(state, exception)}"));
        }

        private static string? Text(IReadOnlyList<KeyValuePair<string, object?>> properties, string name) =>
            properties.FirstOrDefault(property => property.Key == name).Value?.ToString();
    }
}
