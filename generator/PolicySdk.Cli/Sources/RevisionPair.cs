
namespace PolicySdk.Cli.Sources;

/// <summary>The two states that are compared.</summary>
internal static class RevisionPair
{
    /// <summary>
    /// Nothing is <c>HEAD</c> and the files on the disk; one revision is that and the files on the disk; <c>A..B</c> two revisions; <c>A...B</c> what
    /// B has changed since it left A, as git has it. Two folders are compared as they are.
    /// </summary>
    internal static async Task<(PolicyFolder Before, PolicyFolder After)> ReadAsync(string[] names, string? folder, CancellationToken cancellation)
    {
        if (names is [var first, var second])
        {
            return Directory.Exists(first) && Directory.Exists(second) ? (PolicyFolder.Read(first), PolicyFolder.Read(second))
                : await ReadAsync([$"{first}..{second}"], folder, cancellation);
        }

        var git = new GitRepository(PolicyFolder.Place(folder));
        var name = names is [var only] ? only : "HEAD";
        if (name.Split("...") is [var left, var right])
        {
            return (await git.ReadAsync(await git.MergeBaseAsync(OrHead(left), OrHead(right), cancellation), cancellation), await git.ReadAsync(OrHead(right), cancellation));
        }

        return name.Split("..") switch
        {
            [var one, var other] => (await git.ReadAsync(OrHead(one), cancellation), await git.ReadAsync(OrHead(other), cancellation)),
            [var one] => (await git.ReadAsync(one, cancellation), PolicyFolder.ReadOrBegin(folder)),
            _ => throw CommandException.Usage($"'{name}' does not name two revisions. Write BASE..HEAD."),
        };
    }

    private static string OrHead(string revision) => revision.Length == 0 ? "HEAD" : revision;
}
