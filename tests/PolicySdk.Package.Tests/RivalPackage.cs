using System.IO.Compression;
using System.Reflection;
using System.Reflection.Emit;

namespace PolicySdk.Package.Tests;

/// <summary>Somebody else's package that also brings an analyzer file <c>YamlDotNet.dll</c>.</summary>
internal static class RivalPackage
{
    public const string Id = "Rival.Generator";
    public const string Version = "1.0.0";

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        using var archive = ZipFile.Open(Path.Combine(folder, $"{Id}.{Version}.nupkg"), ZipArchiveMode.Create);
        using (var nuspec = new StreamWriter(archive.CreateEntry($"{Id}.nuspec").Open()))
        {
            nuspec.Write($"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
                  <metadata>
                    <id>{Id}</id>
                    <version>{Version}</version>
                    <authors>Rival</authors>
                    <description>Brings a YAML reader.</description>
                  </metadata>
                </package>
                """);
        }

        // Ordered before and after ours by name, so that neither order is luck.
        WriteAssembly(archive, "analyzers/dotnet/cs/YamlDotNet.dll");
        WriteAssembly(archive, "analyzers/dotnet/cs/Rival.YamlDotNet/YamlDotNet.dll");
    }

    private static void WriteAssembly(ZipArchive archive, string path)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("YamlDotNet") { Version = new Version(11, 0, 0, 0) }, typeof(object).Assembly);
        assembly.DefineDynamicModule("YamlDotNet.dll");
        using var content = new MemoryStream();
        assembly.Save(content);
        using var entry = archive.CreateEntry(path).Open();
        entry.Write(content.ToArray());
    }
}
