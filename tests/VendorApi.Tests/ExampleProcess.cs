using PolicySdk.TestSupport;

namespace VendorApi.Tests;

/// <summary>The example, run as a user runs it.</summary>
internal static class ExampleProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Starts the example.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <param name="settings">Environment variables: the configuration.</param>
    internal static ChildProcess Start(string[] arguments, params (string Name, string Value)[] settings) =>
        ChildProcess.Start(Limit, ChildProcess.Dotnet, ["exec", Path.Combine(AppContext.BaseDirectory, "VendorApi.dll"), .. arguments], settings);
}
