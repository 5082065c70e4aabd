using PolicySdk.Cli.Commands;
using PolicySdk.Cli.Sources;

namespace PolicySdk.Cli.Editing;

/// <summary>Writes files of a folder that was read before.</summary>
internal sealed class FileWriter(PolicyFolder folder)
{
    /// <summary>Each as a whole or not at all, and only if nobody else wrote it since it was read.</summary>
    /// <exception cref="CommandException">Somebody did.</exception>
    internal void Write(IEnumerable<PolicySource> files)
    {
        foreach (var file in files)
        {
            Write(file);
        }
    }

    private void Write(PolicySource file)
    {
        var path = Path.Combine(folder.Project, file.Path);
        var read = folder.Files.FirstOrDefault(one => one.Path == file.Path);
        var exists = File.Exists(path);
        path = exists && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;
        if (exists && (read is null || !File.ReadAllBytes(path).AsSpan().SequenceEqual(read.Bytes)))
        {
            throw CommandException.Fault($"{folder.Shown(file.Path)} was changed by somebody else meanwhile. Try again; nothing was written to it.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var written = $"{path}.{Path.GetRandomFileName()}";
        File.WriteAllBytes(written, file.Bytes);
        if (exists && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(written, File.GetUnixFileMode(path));
        }

        File.Move(written, path, overwrite: true);
    }
}
