using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PolicySdk.Audit;
using PolicySdk.Enforcement;
using PolicySdk.Testing.Requests;

namespace PolicySdk.Testing.Sweeps;

/// <summary>Makes the requests of a sweep, one after the other.</summary>
internal sealed class Sweeper(IServiceProvider services, HttpClient client, TestCaller caller, Action<HttpRequestMessage>? configure)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly RequestObservations _observations = services.GetRequiredService<RequestObservations>();

    /// <summary>The requests of all endpoints of the application.</summary>
    internal static IReadOnlyList<SweepRequest> Requests(IServiceProvider services)
    {
        var inventory = services.GetService<EndpointInventory>() ?? throw new InvalidOperationException("The application does not call AddIpPolicies: no policy guards its endpoints.");
        var snapshot = inventory.Read();
        return snapshot.Faults.Count == 0
            ? [.. snapshot.Endpoints.SelectMany(SweepRequest.Of).OrderBy(static request => request.Route, StringComparer.Ordinal).ThenBy(static request => request.Method, StringComparer.Ordinal)]
            : throw new InvalidOperationException($"Endpoints can't be read: {snapshot.Faults[0].ShownSource} failed.", snapshot.Faults[0].Exception);
    }

    internal async Task<SweepReport> RunAsync(IEnumerable<SweepRequest> requests, IReadOnlyDictionary<string, string> routeValues, CancellationToken cancellation)
    {
        var filler = new RouteFiller(services.GetRequiredService<ParameterPolicyFactory>(), routeValues);
        var answers = new List<SweepAnswer>();
        var notCalled = new List<string>();
        foreach (var request in requests)
        {
            using var message = request.Create(filler, out var fault);
            if (message is not null && await AskAsync(request, message, cancellation) is var (answer, other))
            {
                fault = other;
                answers.AddRange(answer is null ? [] : [answer]);
            }

            notCalled.AddRange(fault is null ? [] : [$"{request.Name}: {fault}"]);
        }

        return new(caller, answers, notCalled);
    }

    private async Task<(SweepAnswer? Answer, string? Fault)> AskAsync(SweepRequest request, HttpRequestMessage message, CancellationToken cancellation)
    {
        var name = Guid.NewGuid().ToString("N");
        var observation = _observations.Observe(name);
        try
        {
            configure?.Invoke(message);
            message.Headers.Add(RequestObservations.HeaderName, name);
            var (statusCode, fault) = await SendAsync(message, cancellation);
            var found = (observation.Found as RouteEndpoint)?.RoutePattern.RawText;
            return found == (request.Endpoint.Endpoint as RouteEndpoint)?.RoutePattern.RawText
                ? (new(request.Method, request.Route, statusCode, observation.Refusal, Declared(request.Endpoint), fault), null)
                : (null, $"{message.RequestUri} was answered by {(observation.Found is { } other ? $"another endpoint, {other.DisplayName}" : "no endpoint")}");
        }
        finally
        {
            _observations.End(name);
        }
    }

    private async Task<(int? StatusCode, string? Fault)> SendAsync(HttpRequestMessage message, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            // The headers are enough: some answers never end.
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return ((int)response.StatusCode, null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, $"no answer within {Patience.TotalSeconds} seconds");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A test server throws what the application threw.
            return (null, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private bool? Declared(AuditedEndpoint endpoint) => endpoint.State switch
    {
        EndpointState.Protected => endpoint.Policies.All(policy => policy.Evaluate(caller.IPAddress, caller.Client, Now()).IsAllowed),
        EndpointState.LeadsOn => null,
        EndpointState.Refused => false,
        _ => true,
    };

    private IpPolicyConditions Now() =>
        new(caller.At ?? services.GetRequiredService<TimeProvider>().GetUtcNow(), services.GetRequiredService<IHostEnvironment>().EnvironmentName);
}
