using Microsoft.Extensions.Hosting;

namespace PolicySdk.Enforcement;

/// <summary>Keeps an application from starting whose policies were not compiled: a generator that did not run leaves a green build.</summary>
internal sealed class GeneratedPoliciesCheck(Func<IReadOnlyList<IpPolicy>> policies) : IHostedLifecycleService
{
    public GeneratedPoliciesCheck()
        : this(static () => IpPolicyRegistry.Policies)
    {
    }

    public Task StartingAsync(CancellationToken cancellationToken) => policies().Count > 0
        ? Task.CompletedTask
        : throw new InvalidOperationException(
            "AddIpPolicies() was called, but no IP policy was compiled into this application. Check that the project has a file "
            + "policies/*.policy.yaml, that it references the package PolicySdk itself, and that the build shows no warning CS8784, CS8785 or CS9057.");

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
