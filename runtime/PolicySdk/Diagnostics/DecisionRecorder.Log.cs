using Microsoft.Extensions.Logging;

namespace PolicySdk.Diagnostics;

internal sealed partial class DecisionRecorder
{
    /// <summary>The events, by ids that do not change. <c>docs/observability.md</c> lists them.</summary>
    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Rejected a request to {Endpoint} from {Address}, client {Client}: {Reason} by policy {Policy} ({Revision}), entry {Entry}, reference {Reference}.", SkipEnabledCheck = true)]
        public static partial void Rejected(ILogger logger, string endpoint, string address, string client, string policy, string revision, string reason, string entry, string reference);

        [LoggerMessage(2, LogLevel.Warning, "Would reject a request to {Endpoint} from {Address}, client {Client}: {Reason} by policy {Policy} ({Revision}), entry {Entry}. The policy only reports so far.", SkipEnabledCheck = true)]
        public static partial void Reported(ILogger logger, string endpoint, string address, string client, string policy, string revision, string reason, string entry);

        [LoggerMessage(3, LogLevel.Debug, "Allowed a request to {Endpoint} from {Address}, client {Client}: {Reason} by policy {Policy} ({Revision}), entry {Entry}.", SkipEnabledCheck = true)]
        public static partial void Allowed(ILogger logger, string endpoint, string address, string client, string policy, string revision, string reason, string entry);

        [LoggerMessage(4, LogLevel.Error, "Deciding for a request or refusing it failed with {ExceptionType}; the request is refused.\n{StackTrace}")]
        public static partial void Fault(ILogger logger, string? exceptionType, string? stackTrace);

        [LoggerMessage(5, LogLevel.Warning, "{Count} events {Event} were left out, so that a flood of requests does not become a flood of log lines.")]
        public static partial void LeftOut(ILogger logger, int count, string @event);

        [LoggerMessage(11, LogLevel.Warning, "Ended a connection to {Endpoint} from {Address}, client {Client}, that is no longer allowed: {Reason} by policy {Policy} ({Revision}), entry {Entry}.", SkipEnabledCheck = true)]
        public static partial void Aborted(ILogger logger, string endpoint, string address, string client, string policy, string revision, string reason, string entry);
    }
}
