using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Sources;

/// <summary>Reads policy files of revisions, by the command <c>git</c>.</summary>
internal sealed class GitRepository(string folder)
{
    // The folder of policies may be in revisions alone.
    private readonly string _place = Existing(folder);

    /// <summary>The files of the folder in a revision; none where the revision has no such folder.</summary>
    /// <exception cref="CommandException">git is not there, or does not know the revision.</exception>
    internal async Task<PolicyFolder> ReadAsync(string revision, CancellationToken cancellation)
    {
        var commit = await CommitAsync(revision, cancellation);
        var relative = Path.GetRelativePath(_place, folder).Replace(Path.DirectorySeparatorChar, '/');
        var prefix = relative == "." ? "" : relative + "/";
        var listed = await OutputAsync(["ls-tree", "-r", "-z", commit, .. prefix.Length == 0 ? Array.Empty<string>() : [prefix]], input: null, cancellation);
        var files = Encoding.UTF8.GetString(listed).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => GitFile.Parse(line, prefix))
            .Where(static file => PolicyFileKinds.IsRead(file.Path)).ToList();
        if (files.Find(static file => !file.IsRegular) is { } link)
        {
            throw CommandException.Fault($"{link.Path} of {revision} is a link, which is not followed in revisions.");
        }

        var contents = await ContentsAsync([.. files.Select(static file => file.Hash)], cancellation);
        var name = Path.GetFileName(folder);
        var sources = files.Zip(contents, (file, bytes) => PolicySource.Of($"{name}/{file.Path}", bytes));
        return PolicyFolder.Of(Path.GetDirectoryName(folder)!, name, sources.OrderBy(static file => file.Path, StringComparer.Ordinal));
    }

    /// <summary>Where two lines of history parted.</summary>
    /// <exception cref="CommandException">They share no history, or none that is here.</exception>
    internal async Task<string> MergeBaseAsync(string one, string other, CancellationToken cancellation)
    {
        var (exitCode, output, complaint) = await RunAsync(["merge-base", await CommitAsync(one, cancellation), await CommitAsync(other, cancellation)], input: null, cancellation);
        return exitCode == 0 ? Line(output)
            : throw CommandException.Fault($"git knows no common history of {one} and {other} here. A shallow clone has none: fetch it all (fetch-depth: 0). {complaint}".TrimEnd());
    }

    // With --verify --quiet git says nothing of a revision that is not there, and something of all else.
    private async Task<string> CommitAsync(string revision, CancellationToken cancellation)
    {
        var (exitCode, output, complaint) = await RunAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}"], input: null, cancellation);
        return exitCode == 0 ? Line(output)
            : complaint.Length == 0 ? throw CommandException.Usage($"git does not know the revision '{revision}' here. A shallow clone lacks most: fetch it all (fetch-depth: 0).")
            : throw CommandException.Fault($"git: {complaint}");
    }

    private async Task<List<byte[]>> ContentsAsync(IReadOnlyList<string> hashes, CancellationToken cancellation)
    {
        var bytes = hashes.Count == 0 ? [] : await OutputAsync(["cat-file", "--batch"], string.Concat(hashes.Select(static hash => hash + "\n")), cancellation);
        var contents = new List<byte[]>();
        for (var position = 0; contents.Count < hashes.Count;)
        {
            // Each content has a line before it that ends with its size, and a line end after it.
            var end = Array.IndexOf(bytes, (byte)'\n', position);
            var size = int.Parse(Encoding.ASCII.GetString(bytes, position, end - position).Split(' ')[2], CultureInfo.InvariantCulture);
            contents.Add(bytes[(end + 1)..(end + 1 + size)]);
            position = end + size + 2;
        }

        return contents;
    }

    private async Task<byte[]> OutputAsync(string[] arguments, string? input, CancellationToken cancellation)
    {
        var (exitCode, output, complaint) = await RunAsync(arguments, input, cancellation);
        return exitCode == 0 ? output : throw CommandException.Fault($"git {arguments[0]}: {complaint}");
    }

    private static string Existing(string folder)
    {
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private static string Line(byte[] output) => Encoding.UTF8.GetString(output).TrimEnd('\n', '\r');

    private async Task<(int ExitCode, byte[] Output, string Complaint)> RunAsync(string[] arguments, string? input, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("git", ["-C", _place, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            using var output = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output, cancellation);
            var complaint = process.StandardError.ReadToEndAsync(cancellation);
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
            process.StandardInput.Close();
            await reading;
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, output.ToArray(), (await complaint).Trim());
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw CommandException.Fault($"git can't be run: {exception.Message}");
        }
    }
}

/// <summary>A file of a revision.</summary>
/// <param name="Mode">Its kind: <c>100644</c> and the like for files, <c>120000</c> for links (git-ls-tree, OUTPUT FORMAT).</param>
/// <param name="Hash">By which its content is asked for.</param>
/// <param name="Path">Relative to the folder.</param>
internal sealed record GitFile(string Mode, string Hash, string Path)
{
    internal bool IsRegular => Mode.StartsWith("100", StringComparison.Ordinal);

    /// <summary>Reads a line of the list, whose paths begin with a prefix.</summary>
    internal static GitFile Parse(string line, string prefix)
    {
        var parts = line.Split('\t', 2);
        var fields = parts[0].Split(' ');
        return new(fields[0], fields[2], parts[1][prefix.Length..]);
    }
}
