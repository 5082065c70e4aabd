using System.Globalization;

namespace PolicySdk.Policies;

/// <summary>A day of the Gregorian calendar, without time or zone; policies mean UTC.</summary>
internal readonly record struct CalendarDate(int Year, int Month, int Day) : IComparable<CalendarDate>
{
    /// <summary>Reads <c>YYYY-MM-DD</c> (RFC 3339 full-date) and nothing else.</summary>
    internal static bool TryParse(string text, out CalendarDate date)
    {
        var isDate = DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        date = isDate ? Of(value) : default;
        return isDate;
    }

    /// <summary>How many days lie between this day and a later one; negative for an earlier one.</summary>
    internal int DaysUntil(CalendarDate other) => (int)(other.ToDateTime() - ToDateTime()).TotalDays;

    /// <summary>The day after this one; null for the last day of the calendar.</summary>
    internal CalendarDate? Next() => ToDateTime() == DateTime.MaxValue.Date ? null : Of(ToDateTime().AddDays(1));

    /// <summary>The day before this one; null for the first day of the calendar.</summary>
    internal CalendarDate? Previous() => ToDateTime() == DateTime.MinValue ? null : Of(ToDateTime().AddDays(-1));

    public int CompareTo(CalendarDate other) => Number.CompareTo(other.Number);

    private int Number => (Year * 10_000) + (Month * 100) + Day;

    /// <summary>The day of an instant, which is one of UTC.</summary>
    internal static CalendarDate Of(DateTime value) => new(value.Year, value.Month, value.Day);

    private DateTime ToDateTime() => new(Year, Month, Day, 0, 0, 0, DateTimeKind.Utc);

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:D4}-{1:D2}-{2:D2}", Year, Month, Day);
}
