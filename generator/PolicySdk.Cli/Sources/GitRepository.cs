using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicySdk.Cli.Commands;

namespace PolicySdk.Cli.Sources;

/// <summary>Reads policy files of revisions, by the command <c>git</c>.</summary>
internal sealed class GitRepository(string folder)
{
    /// <summary>The files of a folder in a revision; none where the revision has no such folder.</summary>
    /// <exception cref="CommandException">git is not there, or does not know the revision.</exception>
    internal async Task<PolicyFolder> ReadAsync(string revision, CancellationToken cancellation)
    {
        var commit = await CommitAsync(revision, cancellation);
        var prefix = await TextAsync(cancellation, "rev-parse", "--show-prefix");
        var root = await TextAsync(cancellation, "rev-parse", "--show-toplevel");
        var listed = await RunAsync(["-C", root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", prefix.Length == 0 ? "." : prefix.TrimEnd('/')], input: null, cancellation);
        var files = Encoding.UTF8.GetString(listed).Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split('\t', 2)).Where(static file => PolicyFolder.IsPolicyFile(file[1])).ToList();
        if (files.Find(static file => !file[0].StartsWith("100", StringComparison.Ordinal)) is { } link)
        {
            throw CommandException.Fault($"{link[1]} of {revision} is a link, which is not followed in revisions.");
        }

        var contents = await ContentsAsync([.. files.Select(static file => file[0].Split(' ')[2])], cancellation);
        var name = Path.GetFileName(folder);
        var project = Path.GetDirectoryName(folder)!;
        return new(project, name, [.. files.Zip(contents, (file, bytes) => PolicySource.Of($"{name}/{file[1][prefix.Length..]}", bytes)).OrderBy(static file => file.Path, StringComparer.Ordinal)]);
    }

    /// <summary>Where two lines of history parted.</summary>
    /// <exception cref="CommandException">They share no history, or none that is here.</exception>
    internal async Task<string> MergeBaseAsync(string one, string other, CancellationToken cancellation)
    {
        try
        {
            return await TextAsync(cancellation, "merge-base", await CommitAsync(one, cancellation), await CommitAsync(other, cancellation));
        }
        catch (CommandException exception) when (exception.ExitCode == ExitCodes.Fault)
        {
            throw CommandException.Fault($"git knows no common history of {one} and {other} here. A shallow clone has none: fetch it all (fetch-depth: 0). {exception.Message}");
        }
    }

    private Task<string> CommitAsync(string revision, CancellationToken cancellation) =>
        TextAsync(cancellation, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}");

    private async Task<List<byte[]>> ContentsAsync(IReadOnlyList<string> hashes, CancellationToken cancellation)
    {
        var bytes = hashes.Count == 0 ? [] : await RunAsync(["-C", folder, "cat-file", "--batch"], string.Concat(hashes.Select(static hash => hash + "\n")), cancellation);
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

    private async Task<string> TextAsync(CancellationToken cancellation, params string[] arguments)
    {
        try
        {
            return Encoding.UTF8.GetString(await RunAsync(["-C", folder, .. arguments], input: null, cancellation)).TrimEnd('\n', '\r');
        }
        catch (CommandException exception) when (arguments.Contains("--verify"))
        {
            throw CommandException.Usage($"git knows no revision '{arguments[^1].Replace("^{commit}", "", StringComparison.Ordinal)}' here. {exception.Message}");
        }
    }

    private static async Task<byte[]> RunAsync(string[] arguments, string? input, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("git", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
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
            return process.ExitCode == 0 ? output.ToArray() : throw CommandException.Fault($"git {arguments[2]}: {(await complaint).Trim()}");
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw CommandException.Fault($"git can't be run: {exception.Message}");
        }
    }
}
