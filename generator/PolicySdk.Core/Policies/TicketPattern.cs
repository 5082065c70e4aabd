using System.Text.RegularExpressions;

namespace PolicySdk.Policies;

/// <summary>What a ticket must match: a .NET regular expression, as guardrails give it.</summary>
internal sealed record TicketPattern(string Text)
{
    internal const int Length = 256;

    // Matching in linear time, which this target does not name but every runtime since .NET 7 knows. Older hosts get a limit instead.
    private const RegexOptions NonBacktracking = (RegexOptions)1024;

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
            catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
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
            return IsMatch(ticket, RegexOptions.CultureInvariant | NonBacktracking);
        }
        catch (ArgumentOutOfRangeException)
        {
            return IsMatch(ticket, RegexOptions.CultureInvariant);
        }
    }

    private bool? IsMatch(string ticket, RegexOptions options)
    {
        try
        {
            // The platform keeps the last patterns compiled; a model of ours may hold texts and numbers only.
            return Regex.IsMatch(ticket, Text, options, Limit);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
