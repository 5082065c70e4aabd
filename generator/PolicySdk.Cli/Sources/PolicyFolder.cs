using System.Diagnostics.CodeAnalysis;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Sources;

/// <summary>The policy files of a project, on the disk or of a revision.</summary>
/// <param name="Project">The folder of the project.</param>
/// <param name="Name">The folder of the policies in it: <c>policies</c>.</param>
/// <param name="Files">The YAML files, in the order of their paths.</param>
internal sealed record PolicyFolder(string Project, string Name, IReadOnlyList<PolicySource> Files)
{
    private const string UsualName = "policies";

    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System };

    /// <summary>Reads the folder that an option names, or the nearest one.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    internal static PolicyFolder Read(string? option) => ReadAt(Find(option));

    /// <summary>Reads the folder that an option names, or the nearest one, which must have policy files: a check of nothing finds nothing.</summary>
    /// <exception cref="CommandException">There is none, or it has no policy files.</exception>
    internal static PolicyFolder ReadFilled(string? option)
    {
        var folder = Read(option);
        return folder.Files.Count > 0 ? folder : throw CommandException.Usage($"There are no policy files in {Path.Combine(folder.Project, folder.Name)}.");
    }

    /// <summary>Where policies are, or would be, on the disk or in a revision.</summary>
    internal static string Place(string? option)
    {
        if (option is null && TryFind(out var nearest))
        {
            return nearest;
        }

        var named = Path.TrimEndingDirectorySeparator(Path.GetFullPath(option ?? "."));
        return Path.GetFileName(named) == UsualName ? named : Path.Combine(named, UsualName);
    }

    /// <summary>Reads the folder that an option names, or the nearest one; where there is none yet, an empty one in which a project may begin.</summary>
    internal static PolicyFolder ReadOrBegin(string? option)
    {
        var folder = Place(option);
        return Directory.Exists(folder) ? ReadAt(folder) : new(Path.GetDirectoryName(folder)!, UsualName, []);
    }

    private static PolicyFolder ReadAt(string folder)
    {
        var (project, name) = (Path.GetDirectoryName(folder)!, Path.GetFileName(folder));
        var files = Directory.EnumerateFiles(folder, "*", Deep)
            .Select(file => Slashed(Path.GetRelativePath(project, file)))
            .Where(PolicyFileKinds.IsRead)
            .Order(StringComparer.Ordinal);
        return Of(project, name, files.Select(path => PolicySource.Of(path, File.ReadAllBytes(Path.Combine(project, path)))));
    }

    /// <summary>A folder of files that were read.</summary>
    /// <exception cref="CommandException">A name has characters that terminals and build services act upon.</exception>
    internal static PolicyFolder Of(string project, string name, IEnumerable<PolicySource> files)
    {
        List<PolicySource> read = [.. files];
        return read.Find(static file => file.Path.Any(char.IsControl)) is not { } odd ? new(project, name, read)
            : throw CommandException.Fault($"The name of {string.Concat(odd.Path.Select(static c => char.IsControl(c) ? '?' : c))} has control characters. Rename it.");
    }

    private static string Slashed(string path) => Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The full path of the folder that an option names, or of the nearest one.</summary>
    internal static string Find(string? option)
    {
        if (option is not null)
        {
            var named = Path.TrimEndingDirectorySeparator(Path.GetFullPath(option));
            var inside = Path.Combine(named, UsualName);
            return Directory.Exists(inside) ? inside
                : Directory.Exists(named) ? named
                : throw CommandException.Usage($"There is no folder {option}.");
        }

        return TryFind(out var nearest) ? nearest
            : throw CommandException.Usage("There is no folder 'policies' here or above. Go to the project, name the folder with --folder, or begin with 'policysdk new'.");
    }

    /// <summary>The nearest folder of policies, here or above.</summary>
    internal static bool TryFind([NotNullWhen(true)] out string? nearest)
    {
        nearest = null;
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null && nearest is null; folder = folder.Parent)
        {
            var inside = Path.Combine(folder.FullName, UsualName);
            nearest = folder.Name == UsualName ? folder.FullName : Directory.Exists(inside) ? inside : null;
        }

        return nearest is not null;
    }

    /// <summary>The files, read as the build reads them.</summary>
    internal ProjectFiles Parse() => ProjectFiles.Of(Files.Select(static file => PolicyFileReader.Read(file.Input)));

    /// <summary>The path of a file from where the user stands, with forward slashes; what terminals and servers make links of.</summary>
    internal string Shown(string path) => Slashed(Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(Project, path)));

    /// <summary>The files that another state of the folder has otherwise, or not at all.</summary>
    internal IReadOnlyList<PolicySource> ChangesSince(PolicyFolder before) => [.. Files.Except(before.Files)];

    /// <summary>The folder with another text of a file.</summary>
    internal PolicyFolder With(PolicySource changed) => this with
    {
        Files = [.. Files.Where(file => file.Path != changed.Path).Append(changed).OrderBy(static file => file.Path, StringComparer.Ordinal)],
    };
}
