using PolicySdk.Cli.Sources;

namespace PolicySdk.Cli.Editing;

/// <summary>Writes files of a folder that was read before.</summary>
internal sealed class FileWriter(PolicyFolder folder)
{
    /// <summary>Each as a whole or not at all, and none if somebody else wrote one since it was read.</summary>
    /// <exception cref="CommandException">Somebody did, or one can't be written.</exception>
    internal void Write(IReadOnlyCollection<PolicySource> files)
    {
        if (files.FirstOrDefault(IsChangedMeanwhile) is { } changed)
        {
            throw CommandException.Fault($"{folder.Shown(changed.Path)} has changed since it was read. Nothing was written; run the command again.");
        }

        if (files.FirstOrDefault(IsReadOnly) is { } kept)
        {
            throw CommandException.Fault($"{folder.Shown(kept.Path)} is read-only. Nothing was written.");
        }

        // All are written beside their places first: where one can't be, none has changed.
        var written = new List<(string Beside, string Path)>();
        try
        {
            foreach (var file in files)
            {
                written.Add(WriteBeside(file));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            written.ForEach(static file => File.Delete(file.Beside));
            throw CommandException.Fault($"{folder.Shown(files.ElementAt(written.Count).Path)} can't be written. Nothing was written. {exception.Message}");
        }

        written.ForEach(static file => File.Move(file.Beside, file.Path, overwrite: true));
    }

    private bool IsReadOnly(PolicySource file) => new FileInfo(Path.Combine(folder.Project, file.Path)) is { Exists: true, IsReadOnly: true };

    private bool IsChangedMeanwhile(PolicySource file)
    {
        var path = Path.Combine(folder.Project, file.Path);
        var read = folder.Files.FirstOrDefault(one => one.Path == file.Path);
        return File.Exists(path) ? read is null || !File.ReadAllBytes(path).AsSpan().SequenceEqual(read.Bytes) : read is not null;
    }

    private (string Beside, string Path) WriteBeside(PolicySource file)
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

        return (written, path);
    }
}
