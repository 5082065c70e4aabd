namespace PolicySdk.Benchmarks;

/// <summary>This program, to be started again with other arguments.</summary>
internal static class OwnProgram
{
    internal static string Path => Environment.ProcessPath!;

    internal static string[] Arguments(params string[] arguments) =>
        [.. System.IO.Path.GetFileNameWithoutExtension(Path) == "dotnet" ? [typeof(OwnProgram).Assembly.Location] : Array.Empty<string>(), .. arguments];
}
