using PolicySdk.Conformance.Tests.Fuzzing.Checks;
using PolicySdk.Policies;

namespace PolicySdk.Conformance.Tests.Fuzzing;

/// <summary>
/// Policy files that are broken at random, from a seed: none throws, hangs, or costs more than its size allows; every problem can be shown; a file with an error
/// lets nobody in; and a plan lets in exactly whom an independent reader of the same files lets in.
/// </summary>
public sealed class FuzzTests
{
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(5);
    private static readonly Seeds Seeds = new();

    public static TheoryData<string> Folders => [.. Seeds.Corpus.Keys];

    [Fact]
    public async Task Mutated_files_keep_what_all_files_promise()
    {
        var settings = FuzzSettings.Read();
        var run = new FuzzRun(settings, Seeds);
        var work = Task.Run(() => run.Run(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        await WaitAsync(work, run);

        var findings = run.Describe();
        Assert.True(findings.Length == 0, findings);
        run.RunGenerated();
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {settings.Seed}, {run.Tally}");
        Assert.Equal(settings.Projects, run.Tally.Projects);
        Assert.True(run.Tally.Valid > settings.Projects / 10 && run.Tally.Generated > 0, run.Tally.ToString());
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_corpus_keeps_it_too(string folder) => ProjectChecks.Check(Seeds.Corpus[folder], number: 0);

    [Fact]
    public void The_corpus_has_every_key_of_the_language()
    {
        string[][] keys =
        [
            Keys.OfPolicy, Keys.OfMode, Keys.OfClient, Keys.OfNetworksFile, Keys.OfNetwork, Keys.OfSource, Keys.OfEntry, Keys.OfWaiver, Keys.OfClientAddressFile, Keys.OfClientAddress, Keys.OfGuardrailsFile,
            Keys.OfGuardrails, Keys.OfFamilies, Keys.OfExpiry, Keys.OfWaivers, Keys.OfExpectation,
        ];

        Assert.DoesNotContain(keys.SelectMany(static keys => keys), static key => !Seeds.Texts.Any(text => text.Contains(key + ":", StringComparison.Ordinal)));
    }

    // Time is no promise of ours: only a run that stands still fails.
    private static async Task WaitAsync(Task work, FuzzRun run)
    {
        for (var before = -1; !work.IsCompleted && run.Tally.Projects != before;)
        {
            before = run.Tally.Projects;
            await Task.WhenAny(work, Task.Delay(HangGuard));
        }

        Assert.True(work.IsCompleted, $"One of these hangs: {run.Current}");
        await work;
    }
}
