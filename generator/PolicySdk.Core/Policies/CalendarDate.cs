using System.Globalization;

namespace PolicySdk.Policies;

/// <summary>A day of the Gregorian calendar, without time or zone; policies mean UTC.</summary>
internal readonly record struct CalendarDate(int Year, int Month, int Day) : IComparable<CalendarDate>
{
    /// <summary>Reads <c>YYYY-MM-DD</c> (RFC 3339 full-date) and nothing else.</summary>
    internal static bool TryParse(string text, out CalendarDate date)
    {
        var isDate = DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        date = isDate ? new(value.Year, value.Month, value.Day) : default;
        return isDate;
    }

    public int CompareTo(CalendarDate other) => Number.CompareTo(other.Number);

    private int Number => (Year * 10_000) + (Month * 100) + Day;

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:D4}-{1:D2}-{2:D2}", Year, Month, Day);
}
