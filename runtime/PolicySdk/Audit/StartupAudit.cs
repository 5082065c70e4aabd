using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PolicySdk.Audit;

/// <summary>
/// Tells which endpoints nobody gave a policy, once the host has started: only then the list of endpoints is complete. Later
/// changes are looked at as well.
/// </summary>
internal sealed class StartupAudit(
    EndpointInventory inventory, EndpointChanges changes, AuditRecorder recorder, IOptions<IpPolicyOptions> options, IOptions<MvcOptions> mvc,
    IHostApplicationLifetime lifetime)
    : IHostedLifecycleService
{
    private HashSet<EndpointIdentity> _known = [];

    public Task StartingAsync(CancellationToken cancellationToken) => mvc.Value.EnableEndpointRouting || options.Value.AllowEndpointsWithoutPolicy
        ? Task.CompletedTask
        : throw new InvalidOperationException(
            $"{nameof(MvcOptions)}.{nameof(MvcOptions.EnableEndpointRouting)} is false: controllers are no endpoints then, and nothing guards them. Remove that setting "
            + "and call app.MapControllers() instead of app.UseMvc(). Where app.UseIpPolicy<IpPolicies.NameOfPolicy>() stands in front of app.UseMvc(), set "
            + $"{nameof(IpPolicyOptions)}.{nameof(IpPolicyOptions.AllowEndpointsWithoutPolicy)}.");

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var watchFaults = changes.Watch();
        var snapshot = inventory.Read();
        snapshot = snapshot with { Faults = [.. snapshot.Faults, .. watchFaults] };
        if (options.Value.StopOnUnprotectedEndpoints && UnprotectedText.ReasonToStop(snapshot) is { } reason)
        {
            // The server listens already, and would go on where somebody catches the exception.
            lifetime.StopApplication();
            throw reason;
        }

        recorder.RecordStart(snapshot);
        _known = Identities(snapshot);
        changes.Begin(LookAgain);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => changes.StopAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void LookAgain()
    {
        var snapshot = inventory.Read();
        recorder.RecordChange([.. snapshot.Unprotected.Where(endpoint => !_known.Contains(endpoint.Identity))], snapshot.Faults);

        // Those of the last look only: sources that invent names must not fill the memory.
        _known = Identities(snapshot);
    }

    private static HashSet<EndpointIdentity> Identities(EndpointSnapshot snapshot) => [.. snapshot.Unprotected.Select(static endpoint => endpoint.Identity)];
}
