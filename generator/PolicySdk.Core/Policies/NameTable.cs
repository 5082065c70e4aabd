using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>The names of one mapping: each well-formed, none twice, no two with one C# identifier.</summary>
internal sealed class NameTable(string what, StringComparer comparer, ProblemList problems)
{
    private readonly Dictionary<string, string> _names = new(comparer);

    /// <summary>Takes a name; false if it can't be used, which is reported.</summary>
    internal bool Add(YamlScalar name)
    {
        if (!PolicyNames.IsName(name.Text))
        {
            var advice = "Write ASCII letters, digits, '-', '_' and '.', at most 128 characters.";
            problems.Add(RuleIds.WrongShape, name.Range, $"{Problem.Quote(name.Text)} can't be the name of a {what}. {advice}");
            return false;
        }

        var identifier = PolicyNames.ToIdentifier(name.Text);
        if (!_names.TryGetValue(identifier, out var earlier))
        {
            _names.Add(identifier, name.Text);
            return true;
        }

        var (rule, message) = earlier == name.Text
            ? (RuleIds.UnknownKey, $"The {what} '{name.Text}' stands here for the second time. Keep one.")
            : (RuleIds.WrongShape, $"The {what}s '{earlier}' and '{name.Text}' both become '{identifier}' in C#. Rename one.");
        problems.Add(rule, name.Range, message);
        return false;
    }
}
