namespace Examples.Tests.NativeAot;

/// <summary>What the native compiler needs of the machine.</summary>
internal static class NativeToolchain
{
    private static readonly string[] Linkers = ["clang", "gcc"];

    /// <summary>Why nothing can be published here, or null.</summary>
    internal static string? Missing =>
        !OperatingSystem.IsLinux() ? "Published and called on Linux only, where all of 127.0.0.0/8 is this machine."
        : !Linkers.Any(IsOnPath) ? $"No linker for native programs on this machine: install {string.Join(" or ", Linkers)}."
        : null;

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
