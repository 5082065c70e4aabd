using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace PolicySdk.CodeFixes.Text;

/// <summary>A fix of one file as a change of its text, which leaves all that it doesn't speak of as it was.</summary>
/// <param name="Title">What it does, for a menu.</param>
/// <param name="Key">Fixes of one key are applied together by "Fix all".</param>
/// <param name="Ways">How it may be done, best first; the first that compiles counts.</param>
internal sealed record Proposal(string Title, string Key, ImmutableArray<ImmutableArray<TextChange>> Ways)
{
    /// <summary>Proposals of one shape for one diagnostic differ in words alone: what way compiles for one does for all.</summary>
    internal string Shape { get; init; } = Key;

    /// <summary>Whether each place needs a decision of its own: "Fix all" leaves it out.</summary>
    internal bool IsForOnePlace { get; init; }
}
