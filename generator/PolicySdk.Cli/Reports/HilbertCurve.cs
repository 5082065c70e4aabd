namespace PolicySdk.Cli.Reports;

/// <summary>
/// The Hilbert curve, on which neighbours in one dimension are neighbours in two (D. Hilbert, 1891): each IPv4 prefix of even length is a square of the map.
/// </summary>
internal static class HilbertCurve
{
    /// <summary>Where a place on the curve lies in a square of 2^order by 2^order cells.</summary>
    internal static (uint X, uint Y) Point(int order, uint place)
    {
        var (x, y) = (0u, 0u);
        for (var side = 1u; side < 1u << order; side <<= 1)
        {
            var right = 1 & (place / 2);
            var up = 1 & (place ^ right);
            if (up == 0)
            {
                (x, y) = right == 1 ? (side - 1 - y, side - 1 - x) : (y, x);
            }

            x += side * right;
            y += side * up;
            place /= 4;
        }

        return (x, y);
    }
}
