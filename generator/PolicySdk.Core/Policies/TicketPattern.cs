using System.Text.RegularExpressions;

namespace PolicySdk.Policies;

/// <summary>What a ticket must match: a .NET regular expression, as guardrails give it.</summary>
internal sealed record TicketPattern(string Text)
{
    internal const int Length = 256;

    // A guard against patterns that take exponential time, far above what any other takes.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly Lazy<Regex> _regex = new(() => new(Text, RegexOptions.CultureInvariant, Limit));

    /// <summary>Why the pattern can't be used, or null.</summary>
    internal string? Fault
    {
        get
        {
            try
            {
                return Text.Length > Length ? $"It is longer than {Length} characters" : _regex.Value is null ? "" : null;
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
            return _regex.Value.IsMatch(ticket);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    public bool Equals(TicketPattern? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
