using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers;

/// <summary>
/// Puts what was found on several threads in the order of files and lines, so that the same code is told of in the same order each time.
/// </summary>
internal static class SourceOrder
{
    internal static IOrderedEnumerable<T> InSourceOrder<T>(this IEnumerable<T> found, Func<T, Location> place) => found
        .OrderBy(one => place(one).SourceTree?.FilePath, StringComparer.Ordinal)
        .ThenBy(one => place(one).SourceSpan.Start);
}
