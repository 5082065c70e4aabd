using System.Threading.Channels;
using Microsoft.Extensions.Primitives;

namespace PolicySdk.Audit;

/// <summary>Looks again after data sources have changed: soon after the first change, then rarely, whatever they do.</summary>
internal sealed class EndpointChanges(EndpointSources sources, TimeProvider time) : IDisposable
{
    /// <summary>How long changes may settle before a look; several at once are the rule.</summary>
    internal static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    /// <summary>How long after a look the next one may begin.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<IDisposable> _registrations = [];
    private Task _looking = Task.CompletedTask;

    /// <summary>Begins to watch. Never throws: what failed is in the answer.</summary>
    internal IReadOnlyList<ReadFault> Watch()
    {
        try
        {
            foreach (var source in sources.Roots)
            {
                _registrations.Add(ChangeToken.OnChange(source.GetChangeToken, () => _changed.Writer.TryWrite(true)));
            }

            return [];
        }
        catch (Exception exception)
        {
            return [new(nameof(EndpointChanges), exception)];
        }
    }

    /// <summary>Begins to look at what changed since <see cref="Watch"/>.</summary>
    /// <param name="look">Must not throw.</param>
    internal void Begin(Action look) => _looking = Task.Run(() => LookAsync(look, _stopping.Token));

    internal async Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        await _looking.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _registrations.ForEach(static registration => registration.Dispose());
        _registrations.Clear();
        _stopping.Cancel();
    }

    private async Task LookAsync(Action look, CancellationToken stopping)
    {
        await foreach (var _ in _changed.Reader.ReadAllAsync(stopping))
        {
            await Task.Delay(Settling, time, stopping);
            look();
            await Task.Delay(Pause, time, stopping);
        }
    }
}
