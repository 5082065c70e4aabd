using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace PolicySdk.CodeFixes.Text;

/// <summary>Chooses among the ways of a proposal.</summary>
internal sealed class Ways(FixedFile file, CancellationToken cancellation)
{
    private readonly Dictionary<string, int> _chosen = [];

    /// <summary>The first way that compiles; null where none does.</summary>
    internal ImmutableArray<TextChange>? Choose(Proposal proposal)
    {
        if (!_chosen.TryGetValue(proposal.Shape, out var index))
        {
            index = First(proposal);
            _chosen[proposal.Shape] = index;
        }

        return index < 0 ? null : proposal.Ways[index];
    }

    /// <summary>All proposals together. What several of them say is done once; one that collides with an earlier one waits for the next time.</summary>
    internal IEnumerable<TextChange> Choose(IReadOnlyList<Proposal> proposals)
    {
        var all = Combine(proposals.Where(static proposal => !proposal.Ways.IsEmpty).Select(static proposal => proposal.Ways[0]));
        return file.Compiles(all, cancellation)
            ? all
            : Combine(proposals.Select(proposal => (proposal, Index: First(proposal))).Where(static one => one.Index >= 0).Select(static one => one.proposal.Ways[one.Index]));
    }

    private static ImmutableArray<TextChange> Combine(IEnumerable<ImmutableArray<TextChange>> ways)
    {
        var all = new List<TextChange>();
        foreach (var way in ways)
        {
            if (!way.Any(change => all.Any(other => other != change && other.Span.OverlapsWith(change.Span))))
            {
                all.AddRange(way.Where(change => !all.Contains(change)));
            }
        }

        return [.. all.OrderBy(static change => change.Span)];
    }

    private int First(Proposal proposal)
    {
        for (var i = 0; i < proposal.Ways.Length; i++)
        {
            if (file.Compiles(proposal.Ways[i], cancellation))
            {
                return i;
            }
        }

        return -1;
    }
}
