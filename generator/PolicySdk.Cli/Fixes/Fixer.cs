using PolicySdk.Cli.Differences;
using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Linting;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Cli.Fixes;

/// <summary>
/// Makes the fixes that are clear. Entries are removed, and valid addresses rewritten, only where that is proven to change no decision from today
/// on; an address that was none before may let its callers in, which is what the fix is for. Nothing that brings a new error is done.
/// </summary>
internal sealed class Fixer(CalendarDate today)
{
    // A fix may make room for another; each round but the last one shortens or mends a file.
    private const int MostRounds = 100;

    // Where not all can be made, one by one, which takes a comparison each.
    private const int MostSingle = 200;

    internal static readonly IReadOnlyList<string> Rules = [.. ScalarFixes.Rules, .. RemovalFixes.Rules];

    /// <summary>The folder as fixed as it can be.</summary>
    internal PolicyFolder Fix(PolicyFolder folder)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var fixedFolder = Rules.Aggregate(folder, Fix);
            if (fixedFolder.Files.SequenceEqual(folder.Files))
            {
                return folder;
            }

            folder = fixedFolder;
        }

        return folder;
    }

    private PolicyFolder Fix(PolicyFolder folder, string rule)
    {
        var project = folder.Parse();
        var found = PolicyProject.Compile(project, today).Problems;
        var problems = found.Where(problem => problem.Rule == rule).ToList();

        // A policy with an error refuses everybody: whatever is removed from it changes no decision, and is missing once the error is mended.
        if (problems.Count == 0 || (RemovalFixes.Rules.Contains(rule) && found.Any(static problem => problem.Severity == ProblemSeverity.Error)))
        {
            return folder;
        }

        var all = Apply(folder, project, problems);

        // From the end, so that the places of those before stay.
        return IsSafe(folder, all, rule) ? all
            : problems.Take(MostSingle).Reverse().Aggregate(folder, (done, problem) => Apply(done, done.Parse(), [problem]) is var one && IsSafe(done, one, rule) ? one : done);
    }

    private static PolicyFolder Apply(PolicyFolder folder, ProjectFiles project, List<Problem> problems) =>
        problems.GroupBy(static problem => problem.Path)
            .Aggregate(folder, (done, group) => done.With(Apply(folder.Files.First(file => file.Path == group.Key), project, [.. group])));

    private static PolicySource Apply(PolicySource source, ProjectFiles project, List<Problem> problems)
    {
        var root = YamlReader.Read(source.Text).Root as YamlMapping;
        var edits = ScalarFixes.Rules.Contains(problems[0].Rule)
            ? problems.Select(problem => ScalarFixes.Find(source.Text, root, problem)).OfType<TextEdit>()
            : RemovalFixes.Find(source, project.Files.First(file => file.Path == source.Path), problems);
        return source with { Text = TextEdit.Apply(source.Text, edits) };
    }

    private bool IsSafe(PolicyFolder before, PolicyFolder after, string rule)
    {
        var (old, now) = (before.Parse(), after.Parse());
        var isUnwanted = NewProblems.Of(old, now, today).Any(problem => problem.Severity == ProblemSeverity.Error || IsDoubtful(problem, rule));
        var keepsDecisions = rule == RuleIds.NonCanonicalText || RemovalFixes.Rules.Contains(rule);

        // Quotes let nobody in; what was hidden behind the missing ones may be wrong as well.
        return rule == RuleIds.UnquotedAddress
            || (!isUnwanted && (!keepsDecisions || ProjectDifference.Of(old, now, today) is { Widens: false, Narrows: false, Networks.Count: 0, Incomparable.Count: 0 }));
    }

    // A prefix so wide that it holds other entries was hardly meant, and those would be taken for needless.
    private static bool IsDoubtful(Problem problem, string rule) => rule == RuleIds.HostBitsSet && problem.Rule is RuleIds.DuplicateEntry or RuleIds.RedundantEntry;
}
