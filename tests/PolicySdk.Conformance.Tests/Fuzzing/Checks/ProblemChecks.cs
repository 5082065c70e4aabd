using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Conformance.Tests.Fuzzing.Checks;

/// <summary>Every problem can be shown: in its file, at a place that is there, in words that a build log can hold.</summary>
internal static class ProblemChecks
{
    private const int MessageLength = 500;

    internal static void Check(FuzzProject project, IEnumerable<Problem> problems)
    {
        var texts = project.All.ToDictionary(static file => file.Path, static file => file.Text);
        foreach (var problem in problems)
        {
            FindingException.ThrowUnless(texts.TryGetValue(problem.Path, out var text), "A problem names a file of the project", problem.ToString);
            FindingException.ThrowUnless(IsIn(text!, problem.Range), $"{problem.Rule} stands in its file, line and column agree", problem.ToString);
            FindingException.ThrowUnless(problem.Message.Length is > 0 and <= MessageLength, $"The message of {problem.Rule} is short", problem.ToString);
            FindingException.ThrowUnless(!problem.Message.Any(IsUnseen), $"The message of {problem.Rule} is printable", problem.ToString);
        }
    }

    private static bool IsIn(string text, TextRange range) =>
        range.Start >= 0 && range.Length >= 0 && range.Start + range.Length <= text.Length && range == TextRange.In(text, range.Start, range.Length);

    private static bool IsUnseen(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' || YamlTextCheck.IsBidirectionalControl(c);
}
