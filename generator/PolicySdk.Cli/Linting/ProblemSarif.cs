using System.Reflection;
using System.Text.Json;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;
using PolicySdk.Validation;

namespace PolicySdk.Cli.Linting;

/// <summary>Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), paths relative to where the command runs.</summary>
internal static class ProblemSarif
{
    private const string Root = "SRCROOT";

    internal static string Write(PolicyFolder folder, IReadOnlyCollection<Problem> problems)
    {
        var rules = problems.Select(static problem => problem.Rule).Distinct().Order(StringComparer.Ordinal).ToList();
        return JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteObjects("runs", [problems], run =>
            {
                WriteTool(json, rules);
                json.WriteStartObject("originalUriBaseIds");
                json.WriteStartObject(Root);
                json.WriteStartObject("description");
                json.WriteString("text", "The folder in which the command ran: the root of the repository.");
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteString("columnKind", "utf16CodeUnits");
                json.WriteObjects("results", run, problem => WriteResult(json, folder, problem, rules.IndexOf(problem.Rule)));
            });
            json.WriteEndObject();
        });
    }

    private static void WriteTool(Utf8JsonWriter json, List<string> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "PolicySdk");
        json.WriteString("version", typeof(ProblemSarif).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
        json.WriteObjects("rules", rules.Select(RuleCatalogue.Get), rule =>
        {
            json.WriteString("id", rule.Id);
            json.WriteStartObject("shortDescription");
            json.WriteString("text", rule.Title);
            json.WriteEndObject();
            json.WriteString("helpUri", RulePages.Of(rule.Id));
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
        });
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, PolicyFolder folder, Problem problem, int rule)
    {
        json.WriteString("ruleId", problem.Rule);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(problem.Severity));
        json.WriteStartObject("message");
        json.WriteString("text", problem.Message);
        json.WriteEndObject();
        json.WriteObjects("locations", [problem], _ =>
        {
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", string.Join('/', folder.Shown(problem.Path).Split('/').Select(Uri.EscapeDataString)));
            json.WriteString("uriBaseId", Root);
            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", problem.Range.Line + 1);
            json.WriteNumber("startColumn", problem.Range.Column + 1);
            json.WriteNumber("endLine", problem.Range.EndLine + 1);
            json.WriteNumber("endColumn", problem.Range.EndColumn + 1);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static string Level(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Error => "error",
        ProblemSeverity.Warning => "warning",
        _ => "note",
    };
}
