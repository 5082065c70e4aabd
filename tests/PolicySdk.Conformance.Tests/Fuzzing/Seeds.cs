using System.Runtime.CompilerServices;
using PolicySdk.Conformance.Tests.Fuzzing.Mutation;
using PolicySdk.TestSupport;
using PolicySdk.TestSupport.Cases;

namespace PolicySdk.Conformance.Tests.Fuzzing;

/// <summary>
/// The projects that mutations start from: a folder of the corpus each, the samples of the repository, and the shared cases where they
/// are on this machine.
/// </summary>
internal sealed class Seeds
{
    /// <summary>Texts grow no further than this.</summary>
    internal const int Longest = 16_384;

    private const int LongestCase = 2_048;

    private readonly IReadOnlyList<FuzzProject> _samples = [.. ReadSamples("policies"), .. ReadSamples("examples/VendorApi/policies")];
    private readonly IReadOnlyList<FuzzProject> _cases = [.. ReadCases()];

    internal Seeds() => Texts = [.. Corpus.Values.Concat(_samples).SelectMany(static project => project.Files).Select(static file => file.Text)];

    /// <summary>The corpus, by the names of its folders.</summary>
    internal IReadOnlyDictionary<string, FuzzProject> Corpus { get; } = Directory.EnumerateDirectories(Folder()).Order(StringComparer.Ordinal).ToDictionary(static folder => Path.GetFileName(folder), static folder => new FuzzProject(ReadFolder(folder)));

    /// <summary>Texts to take parts from.</summary>
    internal IReadOnlyList<string> Texts { get; }

    /// <summary>The project with a number: the same for the same seed, wherever and in whatever order it is made.</summary>
    internal FuzzProject Mutate(int seed, int index)
    {
        var random = Chance.Of(seed, index);
        var files = PickBase(random).Files.ToList();
        AddOther(files, "guardrails.yaml", random);
        AddOther(files, "client-address.yaml", random);
        do
        {
            var changed = random.Next(files.Count);
            files[changed] = (files[changed].Path, Mutations.Apply(files[changed].Text, random, this));
        }
        while (random.OneIn(4));
        return new(files);
    }

    private FuzzProject PickBase(Random random)
    {
        var corpus = random.Pick((IReadOnlyList<FuzzProject>)[.. Corpus.Values]);
        return random.Next(10) switch
        {
            0 => random.Pick(_samples),
            1 when _cases.Count > 0 => random.Pick(_cases),
            _ => corpus,
        };
    }

    private void AddOther(List<(string Path, string Text)> files, string name, Random random)
    {
        if (random.OneIn(8) && !files.Exists(file => file.Path.EndsWith(name, StringComparison.Ordinal)))
        {
            files.Add(random.Pick([.. Corpus.Values.SelectMany(static project => project.Files).Where(file => file.Path.EndsWith(name, StringComparison.Ordinal))]));
        }
    }

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Corpus");

    private static IReadOnlyList<(string Path, string Text)> ReadFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(static path => ("policies/" + Path.GetFileName(path), File.ReadAllText(path)))];

    // One policy a project, with the networks of all.
    private static IEnumerable<FuzzProject> ReadSamples(string folder)
    {
        var files = ReadFolder(Path.Combine(RepositoryRoot.Path, folder));
        return files.Where(IsPolicy).Select(policy => new FuzzProject([policy, .. files.Where(static file => !IsPolicy(file))]));
    }

    private static IEnumerable<FuzzProject> ReadCases() =>
        !SharedCases.AreAvailable ? [] : SharedCases.Read<YamlCase>(YamlCase.FileName).Where(static c => c.Gen is null && c.Content.Length <= LongestCase)
            .Select(static c => ("policies/" + c.File, c.Content))
            .Select(static file => new FuzzProject(IsPolicy(file) ? [file] : [file, ("policies/user.policy.yaml", "policy: user\nallow:\n  - {net: office}\n")]));

    private static bool IsPolicy((string Path, string Text) file) => file.Path.EndsWith(".policy.yaml", StringComparison.Ordinal);
}
