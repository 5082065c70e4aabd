using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PolicySdk.Diagnostics;

/// <summary>Writes each decision to the log, the counter and the request's activity.</summary>
internal sealed partial class DecisionRecorder(
    ILoggerFactory loggers, IpPolicyMetrics metrics, RecentRejections rejections, IOptions<IpPolicyOptions> options, TimeProvider time)
{
    internal const string Category = "PolicySdk.IpPolicies";

    private const int ShownRevision = 12;

    private const int MaximumClientId = 64;

    /// <summary>Stands for what is not there.</summary>
    private const string Absent = "-";

    private readonly ILogger _logger = loggers.CreateLogger(Category);
    private readonly LogBudget _rejected = new(time);
    private readonly LogBudget _reported = new(time);
    private readonly LogBudget _faults = new(time);
    private readonly LogBudget _aborted = new(time);

    /// <summary>Records a decision. Throws only where it allows, and then nothing is counted: the caller's to turn into a refusal, which is.</summary>
    internal void Record(HttpContext context, in IpPolicyDecision decision, string? clientId)
    {
        if (!decision.IsAllowed)
        {
            RecordRefused(context, decision, clientId);
            return;
        }

        Write(context, decision, clientId);
        Tag(context, decision);
        metrics.Count(decision);
    }

    /// <summary>Records that an open connection is ended, because its address is no longer allowed.</summary>
    internal void RecordAborted(string? endpoint, IPAddress? address, in IpPolicyDecision decision, string? clientId)
    {
        metrics.CountAborted(decision);
        var ended = decision;
        Write(LogLevel.Warning, _aborted, nameof(Log.Aborted), (endpoint, address, ended, clientId), static (self, it) => Log.Aborted(
            self._logger, it.endpoint ?? Absent, self.Text(it.address), Client(it.clientId), it.ended.Policy?.Name ?? Absent, Revision(it.ended),
            DecisionTags.Of(it.ended.Reason), it.ended.Entry?.Location ?? Absent));
    }

    /// <summary>Records a failure that refuses a request. Never throws.</summary>
    internal void RecordFault(HttpContext context, in IpPolicyDecision decision, Exception exception)
    {
        RecordFault(exception);
        RecordRefused(context, decision, clientId: null);
    }

    /// <summary>Records a failure while answering. Never throws.</summary>
    internal void RecordFault(Exception exception)
    {
        try
        {
            // The message of an exception may quote what the caller sent, a credential for one.
            Write(LogLevel.Error, _faults, nameof(Log.Fault), exception, static (self, thrown) => Log.Fault(self._logger, thrown.GetType().FullName, thrown.StackTrace));
        }
        catch (Exception)
        {
            // A log that fails must neither open the door nor end the answer.
        }
    }

    // A log, a meter or a trace that fails keeps none of the others from knowing, and the request is refused all the same.
    private void RecordRefused(HttpContext context, in IpPolicyDecision decision, string? clientId)
    {
        try
        {
            metrics.Count(decision);
        }
        catch (Exception exception)
        {
            RecordFault(exception);
        }

        rejections.Add(rejections.IsKept ? TryDescribe(context, decision, clientId) : null);
        try
        {
            Tag(context, decision);
        }
        catch (Exception exception)
        {
            RecordFault(exception);
        }

        try
        {
            Write(context, decision, clientId);
        }
        catch (Exception exception)
        {
            RecordFault(exception);
        }
    }

    private IpPolicyRejection? TryDescribe(HttpContext context, in IpPolicyDecision decision, string? clientId)
    {
        try
        {
            return Rejection(context, decision, clientId);
        }
        catch (Exception exception)
        {
            RecordFault(exception);
            return null;
        }
    }

    private static void Tag(HttpContext context, in IpPolicyDecision decision)
    {
        // Quicker to ask than the request's features: without a current activity the request has none.
        if (Activity.Current is not null && context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } activity)
        {
            activity.SetTag(DecisionTags.Policy, decision.Policy?.Name);
            activity.SetTag(DecisionTags.Result, DecisionTags.ResultOf(decision));
        }
    }

    private void Write(HttpContext context, in IpPolicyDecision decision, string? clientId)
    {
        if (!decision.IsAllowed || decision.IsReportOnly)
        {
            WriteWithinBudget(context, decision, clientId);
        }
        else if (_logger.IsEnabled(LogLevel.Debug))
        {
            WriteEvent(context, decision, clientId);
        }
    }

    private void WriteWithinBudget(HttpContext context, IpPolicyDecision decision, string? clientId)
    {
        var (budget, name) = decision.IsReportOnly ? (_reported, nameof(Log.Reported)) : (_rejected, nameof(Log.Rejected));
        Write(LogLevel.Warning, budget, name, (context, decision, clientId), static (self, it) => self.WriteEvent(it.context, it.decision, it.clientId));
    }

    // A flood allocates nothing for the lines that it is denied.
    private void Write<TEvent>(LogLevel level, LogBudget budget, string name, TEvent what, Action<DecisionRecorder, TEvent> write)
    {
        if (!_logger.IsEnabled(level) || !budget.TryBegin(out var leftOut))
        {
            return;
        }

        try
        {
            if (leftOut > 0)
            {
                Log.LeftOut(_logger, leftOut, name);
            }

            write(this, what);
        }
        finally
        {
            budget.End();
        }
    }

    private void WriteEvent(HttpContext context, in IpPolicyDecision decision, string? clientId)
    {
        var policy = decision.Policy?.Name ?? Absent;
        var revision = Revision(decision);
        var client = Client(clientId);
        var address = Text(context.Connection.RemoteIpAddress);
        var endpoint = context.GetEndpoint()?.DisplayName ?? Absent;
        var reason = DecisionTags.Of(decision.Reason);
        var entry = decision.Entry?.Location ?? Absent;
        if (decision.IsReportOnly)
        {
            Log.Reported(_logger, endpoint, address, client, policy, revision, reason, entry);
        }
        else if (decision.IsAllowed)
        {
            Log.Allowed(_logger, endpoint, address, client, policy, revision, reason, entry);
        }
        else
        {
            Log.Rejected(_logger, endpoint, address, client, policy, revision, reason, entry, QuotedBy(context));
        }
    }

    private IpPolicyRejection Rejection(HttpContext context, in IpPolicyDecision decision, string? clientId) => new(decision)
    {
        Time = time.GetUtcNow(),
        Endpoint = context.GetEndpoint()?.DisplayName,
        Address = AddressText.Of(context.Connection.RemoteIpAddress, options.Value.AddressDetail),
        ClientId = clientId is null ? null : Client(clientId),
        Reference = QuotedBy(context),
    };

    /// <summary>The reference that the application gave a request, or null. Never throws: a refusal without a reference is a refusal.</summary>
    internal string? ReferenceOf(HttpContext context)
    {
        try
        {
            return RequestReference.Of(context, options.Value.ReferenceId);
        }
        catch (Exception exception)
        {
            RecordFault(exception);
            return null;
        }
    }

    // What the caller was told.
    private string QuotedBy(HttpContext context) => ReferenceOf(context) ?? RequestReference.TraceIdOf(context);

    private string Text(IPAddress? address) => AddressText.Of(address, options.Value.AddressDetail) ?? Absent;

    private static string Client(string? clientId) => clientId is null ? Absent : LogText.Of(clientId, MaximumClientId);

    private static string Revision(in IpPolicyDecision decision) => decision.Policy?.Revision is { Length: > ShownRevision } full ? full[..ShownRevision] : Absent;
}
