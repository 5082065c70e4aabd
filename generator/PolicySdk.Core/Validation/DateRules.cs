using PolicySdk.Collections;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>
/// What depends on the day of the build: PSDK3002, PSDK3003, PSDK3006, PSDK3007, PSDK3008, and the parts of PSDK3004 and PSDK3005 that look ahead.
/// None of it changes what is generated: the same files give the same code on every day.
/// </summary>
internal sealed class DateRules
{
    private readonly Guardrails _guardrails;
    private readonly CalendarDate _today;
    private readonly ProblemList _problems;

    private DateRules(string path, Guardrails guardrails, CalendarDate today)
    {
        _guardrails = guardrails;
        _today = today;
        _problems = new(path, guardrails.Severities);
    }

    /// <summary>Checks one file of any kind on the day of the build.</summary>
    internal static EquatableArray<Problem> Check(PolicyFile file, Guardrails guardrails, CalendarDate today)
    {
        var rules = new DateRules(file.Path, guardrails, today);
        switch (file)
        {
            case PolicyDocument policy:
                rules.CheckPolicy(policy);
                break;
            case NetworksDocument networks:
                rules.CheckNetworks(networks);
                break;
            case ClientAddressDocument clientAddress:
                rules.CheckList(clientAddress.Trust);
                break;
            default:
                break;
        }

        return rules._problems.ToEquatableArray();
    }

    private void CheckPolicy(PolicyDocument policy)
    {
        if (policy.ReportUntil is { } far && _today.DaysUntil(far) is var days && days > _guardrails.LongestReportDays)
        {
            _problems.Add(RuleIds.ReportModeEnded, policy.ReportUntilRange, $"Report mode lasts {days} days more, in which nobody is refused; the guardrails allow {_guardrails.LongestReportDays}. Write an earlier day.");
        }

        if (policy.ReportUntil is { } last && last.CompareTo(_today) < 0)
        {
            _problems.Add(RuleIds.ReportModeEnded, policy.ReportUntilRange, $"Report mode ended on {last}: the policy enforces. Write 'mode: enforce', or a later day if it is to go on.");
        }

        CheckList(policy.Entries);
    }

    private void CheckNetworks(NetworksDocument networks)
    {
        foreach (var network in networks.Networks)
        {
            SourceRule.CheckAge(network, _today, _problems);
            CheckList(network.Addresses);
        }
    }

    private void CheckList(IEnumerable<PolicyEntry> entries)
    {
        foreach (var entry in entries.Where(static entry => entry.Off is null))
        {
            CheckDates(entry);
            if (!HasEnded(entry))
            {
                CheckReview(entry);
            }
        }
    }

    private void CheckDates(PolicyEntry entry)
    {
        if (entry.IsBare)
        {
            return;
        }

        CheckEnd(entry);
        CheckWaivers(entry);

        // An exception that expires lets in again, which is no less worth knowing.
        foreach (var exception in entry.Except.Where(static exception => exception.Off is null))
        {
            CheckDates(exception);
        }
    }

    private void CheckEnd(PolicyEntry entry)
    {
        if (entry.Expires is not { } expires || entry.From?.CompareTo(expires) > 0)
        {
            // Days in the wrong order are told by the reader of the file.
            return;
        }

        var place = entry.Places?.Expires ?? entry.Range;
        var left = _today.DaysUntil(expires);
        if (HasEnded(entry))
        {
            _problems.Add(RuleIds.ExpiredEntry, entry, place, $"{entry.Text} expired on {expires}: the entry counts no longer. Remove it, or renew it.");
        }
        else if (left <= _guardrails.WarnDays)
        {
            _problems.Add(RuleIds.ExpiresSoon, entry, place, $"{entry.Text} expires {InDays(left)}, on {expires}. Renew it if it is still needed.");
        }

        var start = entry.From is { } from && from.CompareTo(_today) > 0 ? from : _today;
        if (start.DaysUntil(expires) > _guardrails.LongestDays)
        {
            _problems.Add(RuleIds.InvalidDate, entry, place, $"{entry.Text} expires in {start.DaysUntil(expires)} days; the guardrails allow {_guardrails.LongestDays}. Write an earlier day.", ProblemSeverity.Error);
        }
    }

    private void CheckWaivers(PolicyEntry entry)
    {
        foreach (var waiver in entry.Waivers)
        {
            if (waiver.Until is not { } until || !RuleCatalogue.TryGet(waiver.Rule, out var rule) || !rule.IsWaivable)
            {
                continue;
            }

            var left = _today.DaysUntil(until);
            if (left < 0)
            {
                var effect = waiver.OpensDoor ? " and the entry counts no longer" : "";
                _problems.Add(RuleIds.InvalidWaiver, waiver.UntilRange, $"The waiver of {waiver.Rule} ended on {until}{effect}. Correct the entry, or have the waiver renewed.");
            }
            else if (left > _guardrails.LongestWaiverDays)
            {
                _problems.Add(RuleIds.InvalidWaiver, waiver.UntilRange, $"The waiver of {waiver.Rule} lasts {left} days more; the guardrails allow {_guardrails.LongestWaiverDays}. Write an earlier day.");
            }
        }
    }

    // What a network holds is reviewed where it is defined.
    private void CheckReview(PolicyEntry entry)
    {
        if (_guardrails.ReviewDays is not { } days || entry.Addresses is null)
        {
            return;
        }

        if (entry.Reviewed is null && _guardrails.Required.Contains(Keys.Reviewed))
        {
            // PSDK3001 says so on every day.
            return;
        }

        var place = entry.Reviewed is null ? entry.Range : entry.Places!.Reviewed;
        var fault = entry.Reviewed is not { } reviewed ? $"{entry.Text} has no 'reviewed', the day of its last review; the guardrails ask for one every {days} days."
            : reviewed.DaysUntil(_today) > days ? $"{entry.Text} was reviewed last on {reviewed}; the guardrails ask for a review every {days} days. Is it still needed?"
            : reviewed.CompareTo(_today) > 0 ? $"{entry.Text} was reviewed on {reviewed}, which is yet to come. Write the day of the last review."
            : null;
        if (fault is not null)
        {
            _problems.Add(RuleIds.ReviewDue, entry, place, fault);
        }
    }

    private bool HasEnded(PolicyEntry entry) => entry.Expires?.CompareTo(_today) < 0;

    private static string InDays(int days) => days switch
    {
        0 => "today",
        1 => "in 1 day",
        _ => $"in {days} days",
    };
}
