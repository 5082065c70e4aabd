using Microsoft.Extensions.Options;

namespace PolicySdk.Diagnostics;

/// <summary>Keeps the last refusals in a ring, however many there are.</summary>
internal sealed class RecentRejections(IOptions<IpPolicyOptions> options) : IIpPolicyRejections
{
    private readonly Lock _lock = new();
    private readonly IpPolicyRejection[] _ring = new IpPolicyRejection[options.Value.RejectionsKept];
    private long _count;

    public long Count
    {
        get
        {
            lock (_lock)
            {
                return _count;
            }
        }
    }

    public IReadOnlyList<IpPolicyRejection> Recent
    {
        get
        {
            lock (_lock)
            {
                var kept = (int)Math.Min(_count, _ring.Length);
                return [.. Enumerable.Range(1, kept).Select(age => _ring[(_count - age) % _ring.Length])];
            }
        }
    }

    internal bool IsKept => _ring.Length > 0;

    internal void Add(IpPolicyRejection? rejection)
    {
        lock (_lock)
        {
            if (rejection is not null)
            {
                _ring[_count % _ring.Length] = rejection;
            }

            _count++;
        }
    }
}
