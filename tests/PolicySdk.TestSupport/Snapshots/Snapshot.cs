using System.Runtime.CompilerServices;

namespace PolicySdk.TestSupport.Snapshots;

/// <summary>
/// Compares what was generated with the verified files beside the test, which are named as Verify.SourceGenerators names them:
/// <c>{Class}.{Method}{_parameter=value}#{hint name without its last extension}.verified.cs</c>.
/// </summary>
internal static class Snapshot
{
    internal const string AcceptVariable = "POLICYSDK_ACCEPT_SNAPSHOTS";

    /// <summary>Fails unless the verified files of the calling test are exactly what was generated; writes them where that is asked for.</summary>
    internal static void Verify(GeneratorHarness run, string parameters = "", [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var test = $"{Path.GetFileNameWithoutExtension(file)}.{method}{(parameters.Length == 0 ? "" : "_" + parameters)}";
        var folder = new SnapshotFolder(Path.GetDirectoryName(file)!);
        var received = SnapshotFiles.Of(test, run.Result.GeneratedSources, run.Diagnostics);
        if (IsAccepting(Environment.GetEnvironmentVariable(AcceptVariable), Environment.GetEnvironmentVariable("CI")))
        {
            folder.Accept(test, received);
        }

        var faults = folder.Compare(test, received);
        if (faults.Count > 0)
        {
            throw new InvalidOperationException($"{string.Join('\n', faults)}\nTo accept: run the test with {AcceptVariable}=1 and review the change.");
        }
    }

    /// <summary>Whether received files become verified ones. Never on a build machine: there a difference is a fault.</summary>
    internal static bool IsAccepting(string? asked, string? buildMachine) =>
        asked == "1" && (string.IsNullOrEmpty(buildMachine) ? true : throw new InvalidOperationException($"{AcceptVariable} is refused where CI is set."));
}
