using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;
using PolicySdk.Validation;

namespace PolicySdk.Cli.Linting;

/// <summary>Findings as JSON; lines and columns count from 1, columns in UTF-16 code units.</summary>
internal static class ProblemJson
{
    internal static string Write(PolicyFolder folder, IEnumerable<Problem> problems) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteObjects("findings", problems, problem =>
        {
            json.WriteString("rule", problem.Rule);
            json.WriteString("severity", ProblemWriter.Word(problem.Severity));
            json.WriteString("file", folder.Shown(problem.Path));
            json.WriteNumber("line", problem.Range.Line + 1);
            json.WriteNumber("column", problem.Range.Column + 1);
            json.WriteNumber("endLine", problem.Range.EndLine + 1);
            json.WriteNumber("endColumn", problem.Range.EndColumn + 1);
            json.WriteString("message", problem.Message);
            json.WriteString("help", RulePages.Of(problem.Rule));
        });
        json.WriteEndObject();
    });
}
