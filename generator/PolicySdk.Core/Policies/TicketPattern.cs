using System.Text.RegularExpressions;

namespace PolicySdk.Policies;

/// <summary>What a ticket must match: a .NET regular expression, as guardrails give it.</summary>
internal sealed record TicketPattern(string Text)
{
    internal const int Length = 256;

    // A guard against patterns that take exponential time, far above what any other takes.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>Why the pattern can't be used, or null.</summary>
    internal string? Fault
    {
        get
        {
            try
            {
                _ = Matches("");
                return Text.Length > Length ? $"It is longer than {Length} characters" : null;
            }
            catch (ArgumentException exception)
            {
                return exception.Message.TrimEnd('.');
            }
        }
    }

    /// <summary>Whether a ticket matches; null where the pattern takes too long to tell.</summary>
    internal bool? Matches(string ticket)
    {
        try
        {
            // The platform keeps the last patterns compiled; a model of ours may hold texts and numbers only.
            return Regex.IsMatch(ticket, Text, RegexOptions.CultureInvariant, Limit);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
