using PolicySdk.Addresses;
using PolicySdk.Matching;

namespace PolicySdk.Expectations;

/// <summary>The pieces of a list in order, found by the addresses that they overlap.</summary>
internal sealed class PieceIndex
{
    private readonly MatchPiece[] _pieces;
    private readonly IpAddressValue[] _furthest;

    internal PieceIndex(IEnumerable<MatchPiece> pieces)
    {
        _pieces = pieces.ToArray();
        Array.Sort(_pieces, static (left, right) => left.Range.CompareTo(right.Range));
        _furthest = new IpAddressValue[_pieces.Length];
        for (var i = 0; i < _pieces.Length; i++)
        {
            _furthest[i] = i > 0 && _furthest[i - 1] > _pieces[i].Range.Last ? _furthest[i - 1] : _pieces[i].Range.Last;
        }
    }

    internal IReadOnlyList<MatchPiece> All => _pieces;

    /// <summary>The pieces that share an address with a range, the last first.</summary>
    internal IEnumerable<MatchPiece> Overlapping(IpRange range)
    {
        var (low, high) = (0, _pieces.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _pieces[middle].Range.First <= range.Last ? (middle + 1, high) : (low, middle);
        }

        for (var i = low - 1; i >= 0 && _furthest[i] >= range.First; i--)
        {
            if (_pieces[i].Range.Last >= range.First)
            {
                yield return _pieces[i];
            }
        }
    }
}
