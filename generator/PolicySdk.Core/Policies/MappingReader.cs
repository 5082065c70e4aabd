using System.Globalization;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>Reads the values of one mapping by key; unknown and duplicate keys are reported when it is made.</summary>
internal sealed class MappingReader
{
    private const int MostDays = 36_500;

    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly ProblemList _problems;

    private MappingReader(ProblemList problems) => _problems = problems;

    internal static MappingReader Open(YamlMapping mapping, IReadOnlyList<string> known, ProblemList problems)
    {
        var reader = new MappingReader(problems);
        foreach (var pair in mapping.Pairs)
        {
            reader.Accept(pair.Key, pair.Value, known);
        }

        return reader;
    }

    /// <summary>Opens the mapping under a key; null where the key is absent, or its value no mapping (reported).</summary>
    internal MappingReader? OpenInner(string key, IReadOnlyList<string> known)
    {
        var value = Get(key);
        if (value is null or YamlMapping)
        {
            return value is YamlMapping mapping ? Open(mapping, known, _problems) : null;
        }

        _problems.Add(RuleIds.WrongShape, value.Range, $"'{key}' must be a mapping with {string.Join(", ", known)}, but is {value.Kind}.");
        return null;
    }

    internal bool Has(string key) => _values.ContainsKey(key);

    internal YamlNode? Get(string key) => _values.TryGetValue(key, out var value) ? value : null;

    /// <summary>The text of a key; null where the key is absent, or its value no text (reported).</summary>
    internal YamlScalar? GetScalar(string key, string what)
    {
        var value = Get(key);
        if (value is null or YamlScalar { IsAbsent: false })
        {
            return value as YamlScalar;
        }

        _problems.Add(RuleIds.WrongShape, value.Range, $"'{key}' must be {what}, but is {value.Kind}.");
        return null;
    }

    /// <summary>Free text on one line; line breaks of folded text become spaces.</summary>
    internal string? GetFreeText(string key)
    {
        if (GetScalar(key, "a text") is not { } scalar)
        {
            return null;
        }

        var text = string.Join(" ", scalar.Text.Split(['\n'], StringSplitOptions.RemoveEmptyEntries)).Trim();
        if (text.Length == 0)
        {
            _problems.Add(RuleIds.WrongShape, scalar.Range, $"'{key}' is an empty text. Say something or leave the key out.");
        }

        return text;
    }

    internal CalendarDate? GetDate(string key)
    {
        if (GetScalar(key, "a date") is not { } scalar)
        {
            return null;
        }

        if (CalendarDate.TryParse(scalar.Text, out var date))
        {
            return date;
        }

        _problems.Add(RuleIds.InvalidDate, scalar.Range, $"{Problem.Quote(scalar.Text)} is not a day of the calendar. Write YYYY-MM-DD, without a time.");
        return null;
    }

    /// <summary>Where the value of a key stands; no place where there is none.</summary>
    internal TextRange RangeOf(string key) => Get(key)?.Range ?? default;

    /// <summary>A whole number in the given bounds.</summary>
    internal int? GetNumber(string key, int least, int most)
    {
        if (GetScalar(key, "a number") is not { } scalar)
        {
            return null;
        }

        if (TryParseNumber(scalar.Text, out var number) && number >= least && number <= most)
        {
            return number;
        }

        _problems.Add(RuleIds.WrongShape, scalar.Range, $"'{key}' must be a whole number from {least} to {most}.");
        return null;
    }

    /// <summary>A span of days: <c>30d</c>.</summary>
    internal int? GetDays(string key)
    {
        if (GetScalar(key, "a number of days such as 30d") is not { } scalar)
        {
            return null;
        }

        if (scalar.Text.EndsWith("d", StringComparison.Ordinal) && TryParseNumber(scalar.Text.Substring(0, scalar.Text.Length - 1), out var days) && days is > 0 and <= MostDays)
        {
            return days;
        }

        _problems.Add(RuleIds.WrongShape, scalar.Range, $"'{key}' must be a number of days such as 30d, from 1d to {MostDays}d.");
        return null;
    }

    /// <summary>One of a few words.</summary>
    internal string? GetWord(string key, IReadOnlyList<string> words)
    {
        if (GetScalar(key, string.Join(" or ", words)) is not { } scalar)
        {
            return null;
        }

        if (words.Contains(scalar.Text))
        {
            return scalar.Text;
        }

        _problems.Add(RuleIds.WrongShape, scalar.Range, $"'{key}' must be {string.Join(" or ", words)}.");
        return null;
    }

    private static bool TryParseNumber(string text, out int number)
    {
        number = 0;
        return text.Length > 0 && (text[0] != '0' || text.Length == 1) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private void Accept(YamlScalar key, YamlNode value, IReadOnlyList<string> known)
    {
        if (!known.Contains(key.Text))
        {
            _problems.Add(RuleIds.UnknownKey, key.Range, DescribeUnknown(key, value, known, _problems.AreFew));
        }
        else if (Has(key.Text))
        {
            _problems.Add(RuleIds.UnknownKey, key.Range, $"The key '{key.Text}' stands here for the second time. Keep one.");
        }
        else
        {
            _values.Add(key.Text, value);
        }
    }

    private static string DescribeUnknown(YamlScalar key, YamlNode value, IReadOnlyList<string> known, bool mayHint)
    {
        var nearest = mayHint ? NearestName.Find(key.Text, known) : null;
        return value is YamlScalar { IsAbsent: true } && nearest is null
            ? $"{Problem.Quote(key.Text)} is not a key here. If it belongs to the text before it, put that text in quotes: an unquoted comma ends it."
            : $"Unknown key {Problem.Quote(key.Text)}. " + (nearest is null ? $"Known here: {string.Join(", ", known)}." : $"Did you mean '{nearest}'?");
    }
}
