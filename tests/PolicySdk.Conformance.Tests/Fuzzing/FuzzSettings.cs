using System.Globalization;

namespace PolicySdk.Conformance.Tests.Fuzzing;

/// <summary>How much is run: a little with every run of the tests, more where the environment says so.</summary>
internal sealed record FuzzSettings(int Projects, int Seed, int Threads)
{
    internal const string ProjectsVariable = "POLICYSDK_FUZZ_FILES";
    internal const string SeedVariable = "POLICYSDK_FUZZ_SEED";

    private const int DefaultProjects = 8_000;
    private const int DefaultSeed = 20_261_125;

    internal static FuzzSettings Read()
    {
        var projects = Number(ProjectsVariable);
        return new(projects ?? DefaultProjects, Number(SeedVariable) ?? DefaultSeed, projects is null ? 1 : Math.Min(2, Environment.ProcessorCount));
    }

    private static int? Number(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
