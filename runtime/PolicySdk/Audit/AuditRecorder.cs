using Microsoft.Extensions.Logging;
using PolicySdk.Diagnostics;
using PolicySdk.Enforcement;

namespace PolicySdk.Audit;

/// <summary>Writes what the audit found to the log. Never throws: a log that fails must not end the application.</summary>
internal sealed partial class AuditRecorder(ILoggerFactory loggers)
{
    /// <summary>Below the category of decisions, so that it can be set alone.</summary>
    internal const string Category = DecisionRecorder.Category + ".Audit";

    private readonly ILogger _logger = loggers.CreateLogger(Category);

    /// <summary>Records what was found when the host had started.</summary>
    internal void RecordStart(EndpointSnapshot snapshot)
    {
        RecordFaults(snapshot.Faults);
        if (snapshot.Unprotected is { Count: > 0 } unprotected)
        {
            Try(() => Log.Unprotected(_logger, unprotected.Count, UnprotectedText.AdviceFor(unprotected), EndpointBlock.Of(unprotected)));
        }

        if (snapshot.ReachedByCircuit is { Count: > 0 } components)
        {
            Try(() => Log.ReachedByCircuit(_logger, components.Count, UnprotectedText.AdviceOnCircuits, EndpointBlock.Of(components)));
        }

        if (snapshot.In(EndpointState.Open) is { Count: > 0 } open)
        {
            Try(() => Log.OpenEndpoints(_logger, open.Count, EndpointBlock.Of(open)));
        }

        Try(() => RecordSummary(snapshot));
    }

    /// <summary>Records what a change brought.</summary>
    internal void RecordChange(IReadOnlyList<AuditedEndpoint> unprotected, IReadOnlyList<ReadFault> faults)
    {
        RecordFaults(faults);
        if (unprotected.Count > 0)
        {
            Try(() => Log.UnprotectedLater(_logger, unprotected.Count, UnprotectedText.AdviceFor(unprotected), EndpointBlock.Of(unprotected)));
        }
    }

    private void RecordSummary(EndpointSnapshot snapshot)
    {
        var policies = IpPolicyRegistry.Policies;
        var withoutCheck = snapshot.In(EndpointState.Unchecked).Count;
        Log.Summary(
            _logger,
            policies.Count,
            policies.Sum(static policy => policy.Entries.Count),
            snapshot.In(EndpointState.Protected).Count,
            snapshot.In(EndpointState.Open).Count,
            snapshot.In(EndpointState.Refused).Count,
            withoutCheck > 0 ? $", {withoutCheck} unchecked" : "");
    }

    private void RecordFaults(IReadOnlyList<ReadFault> faults)
    {
        // The message of an exception may quote anything, a connection string for one.
        if (faults.Count > 0)
        {
            Try(() => Log.AuditFault(_logger, faults.Count, faults[0].ShownSource, faults[0].Exception.GetType().FullName, faults[0].Exception.StackTrace));
        }
    }

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception)
        {
            // A log that fails here fails for decisions as well, and those refuse then.
        }
    }
}
