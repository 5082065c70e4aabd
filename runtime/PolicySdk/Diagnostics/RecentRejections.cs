using Microsoft.Extensions.Options;

namespace PolicySdk.Diagnostics;

/// <summary>Keeps the last refusals in a ring, however many there are.</summary>
internal sealed class RecentRejections(IOptions<IpPolicyOptions> options) : IIpPolicyRejections
{
    private readonly Lock _lock = new();
    private readonly IpPolicyRejection[] _ring = new IpPolicyRejection[options.Value.RejectionsKept];
    private long _kept;
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
                var last = (int)Math.Min(_kept, _ring.Length);
                return [.. Enumerable.Range(1, last).Select(age => _ring[(_kept - age) % _ring.Length])];
            }
        }
    }

    internal bool IsKept => _ring.Length > 0;

    /// <summary>Counts a refusal, and keeps what is known of it.</summary>
    internal void Add(IpPolicyRejection? rejection)
    {
        lock (_lock)
        {
            if (rejection is not null)
            {
                _ring[_kept++ % _ring.Length] = rejection;
            }

            _count++;
        }
    }
}
