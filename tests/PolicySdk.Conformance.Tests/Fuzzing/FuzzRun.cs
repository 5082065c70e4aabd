using System.Collections.Concurrent;
using System.Text;
using PolicySdk.Conformance.Tests.Fuzzing.Checks;

namespace PolicySdk.Conformance.Tests.Fuzzing;

/// <summary>Makes and checks the projects of a seed. Each depends on the seed and its number alone, so several threads give what one gives.</summary>
internal sealed class FuzzRun(FuzzSettings settings, Seeds seeds)
{
    private const int Part = 250;
    private const int GeneratedOnceIn = 500;

    private readonly ConcurrentDictionary<string, (int Number, string Details)> _findings = new();
    private readonly ConcurrentDictionary<int, int> _current = new();
    private readonly ConcurrentBag<int> _generated = [];

    internal FuzzTally Tally { get; } = new();

    /// <summary>The numbers that are at work: what hangs is one of them.</summary>
    internal string Current => string.Join(", ", _current.Values);

    internal void Run(CancellationToken cancellation) =>
        Parallel.ForEach(
            Partitioner.Create(0, settings.Projects, Part),
            new() { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation },
            part =>
            {
                for (var number = part.Item1; number < part.Item2; number++)
                {
                    _current[Environment.CurrentManagedThreadId] = number;
                    CheckOne(number);
                }
            });

    /// <summary>Compiles some of the valid policies.</summary>
    internal void RunGenerated() => Tally.AddGenerated(GeneratedChecks.Check(_generated.Order().Select(number => seeds.Mutate(settings.Seed, number))));

    /// <summary>What was found, each promise once with the first project that breaks it, as small as it gets; empty if nothing was.</summary>
    internal string Describe()
    {
        var text = new StringBuilder();
        foreach (var (promise, (number, details)) in _findings.OrderBy(static finding => finding.Value.Number))
        {
            var smallest = Shrinker.Shrink(seeds.Mutate(settings.Seed, number), project => Check(project, number, out _).Promise == promise);
            text.AppendLine().Append(promise).AppendLine($" (seed {settings.Seed}, number {number})").AppendLine(details).Append(smallest).AppendLine(Check(smallest, number, out _).Details);
        }

        return text.ToString();
    }

    private void CheckOne(int number)
    {
        var broken = Check(seeds.Mutate(settings.Seed, number), number, out var outcome);
        if (outcome is null)
        {
            _findings.AddOrUpdate(broken.Promise, (number, broken.Details), (_, earlier) => earlier.Number < number ? earlier : (number, broken.Details));
            return;
        }

        Tally.Add(outcome);
        if (number % GeneratedOnceIn == 0 && outcome.Valid.Count > 0)
        {
            _generated.Add(number);
        }
    }

    /// <summary>Checks a project; the outcome is null where it breaks a promise.</summary>
    private static (string Promise, string Details) Check(FuzzProject project, int number, out FuzzOutcome? outcome)
    {
        outcome = null;
        try
        {
            outcome = ProjectChecks.Check(project, number);
            return ("", "");
        }
        catch (FindingException finding)
        {
            return (finding.Promise, finding.Message);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return ($"Nothing is thrown, but {exception.GetType().Name}", exception.ToString());
        }
    }
}
