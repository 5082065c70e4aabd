using Microsoft.Extensions.Logging;

namespace PolicySdk.Audit;

internal sealed partial class AuditRecorder
{
    /// <summary>The events, by ids that do not change. <c>docs/observability.md</c> lists them.</summary>
    private static partial class Log
    {
        [LoggerMessage(6, LogLevel.Information, "{Policies} policies, {Entries} entries, {Protected} endpoints protected, {Open} open, {Refused} refused{Unchecked}")]
        public static partial void Summary(ILogger logger, int policies, int entries, int @protected, int open, int refused, string @unchecked);

        [LoggerMessage(7, LogLevel.Warning, "Endpoints with neither a policy nor a reason to be open: {Count}. {Advice}{Endpoints}")]
        public static partial void Unprotected(ILogger logger, int count, string advice, string endpoints);

        [LoggerMessage(8, LogLevel.Warning, "Endpoints that came after start-up, with neither a policy nor a reason to be open: {Count}. {Advice}{Endpoints}")]
        public static partial void UnprotectedLater(ILogger logger, int count, string advice, string endpoints);

        [LoggerMessage(9, LogLevel.Debug, "Endpoints that any address may call: {Count}.{Endpoints}")]
        public static partial void OpenEndpoints(ILogger logger, int count, string endpoints);

        [LoggerMessage(10, LogLevel.Error, "Sources of endpoints that could not be audited: {Count}. The first is {Source}, which failed with {ExceptionType}\n{StackTrace}")]
        public static partial void AuditFault(ILogger logger, int count, string source, string? exceptionType, string? stackTrace);

        [LoggerMessage(12, LogLevel.Warning, "Components whose policies are not asked within a circuit: {Count}. {Advice}{Endpoints}")]
        public static partial void ReachedByCircuit(ILogger logger, int count, string advice, string endpoints);
    }
}
