using PolicySdk.Cli.Sources;

namespace PolicySdk.Cli.Editing;

/// <summary>Writes files of a folder that was read before.</summary>
internal sealed class FileWriter(PolicyFolder folder)
{
    /// <summary>Each as a whole or not at all, and none if somebody else wrote one since it was read.</summary>
    /// <exception cref="CommandException">Somebody did.</exception>
    internal void Write(IReadOnlyCollection<PolicySource> files)
    {
        if (files.FirstOrDefault(IsChangedMeanwhile) is { } changed)
        {
            throw CommandException.Fault($"{folder.Shown(changed.Path)} has changed since it was read. Nothing was written; run the command again.");
        }

        foreach (var file in files)
        {
            Write(file);
        }
    }

    private bool IsChangedMeanwhile(PolicySource file)
    {
        var path = Path.Combine(folder.Project, file.Path);
        var read = folder.Files.FirstOrDefault(one => one.Path == file.Path);
        return File.Exists(path) ? read is null || !File.ReadAllBytes(path).AsSpan().SequenceEqual(read.Bytes) : read is not null;
    }

    private void Write(PolicySource file)
    {
        var path = Path.Combine(folder.Project, file.Path);
        var exists = File.Exists(path);
        path = exists && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;
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
