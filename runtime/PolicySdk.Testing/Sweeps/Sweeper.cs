using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PolicySdk.Audit;
using PolicySdk.Enforcement;
using PolicySdk.Testing.Requests;
using PolicySdk.Testing.Sources;

namespace PolicySdk.Testing.Sweeps;

/// <summary>Makes the requests of a sweep, one after the other.</summary>
internal sealed class Sweeper(SweepPlan plan, HttpClient client)
{
    private readonly RequestObservations _observations = plan.Services.GetRequiredService<RequestObservations>();

    /// <summary>The requests of all endpoints of the application.</summary>
    internal static IReadOnlyList<SweepRequest> Requests(IServiceProvider services)
    {
        var endpoints = ApplicationEndpoints.Read(services);
        var methods = endpoints.ToLookup(static endpoint => endpoint.Route, static endpoint => endpoint.Methods);
        return
        [
            .. endpoints.SelectMany(endpoint => SweepRequest.Of(endpoint, methods[endpoint.Route].SelectMany(static taken => taken)))
                .OrderBy(static request => request.Route, StringComparer.Ordinal).ThenBy(static request => request.Method, StringComparer.Ordinal),
        ];
    }

    internal async Task<SweepReport> RunAsync(IEnumerable<SweepRequest> requests, CancellationToken cancellation)
    {
        var filler = new RouteFiller(plan.Services.GetRequiredService<ParameterPolicyFactory>(), plan.RouteValues);
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

        return new(plan.Caller, answers, notCalled);
    }

    private async Task<(SweepAnswer? Answer, string? Fault)> AskAsync(SweepRequest request, HttpRequestMessage message, CancellationToken cancellation)
    {
        var name = Guid.NewGuid().ToString("N");
        var observation = _observations.Observe(name);
        try
        {
            plan.Configure?.Invoke(message);
            message.Headers.Add(RequestObservations.HeaderName, name);
            var (statusCode, fault) = await SendAsync(message, cancellation);
            var found = Found(observation);
            return IsMeant(request, message, found, observation)
                ? (new(request.Method, request.Route, statusCode, observation.Refusal, Declares(request.Endpoint) && (found is null || Declares(found)), fault), null)
                : (null, $"{message.RequestUri} was answered by {(observation.Found is { } other ? $"another endpoint, {other.DisplayName}" : "no endpoint")}");
        }
        finally
        {
            _observations.End(name);
        }
    }

    // A guard of the pipeline may refuse before an endpoint is looked for. A page that is not compiled yet is replaced by the compiled one, of the same
    // route; a dynamic endpoint by an action or page, whose own route is not that of the request.
    private static bool IsMeant(SweepRequest request, HttpRequestMessage message, AuditedEndpoint? found, RequestObservation observation) =>
        found is null ? observation.Refusal is not null
        : found.Identity == request.Endpoint.Identity
            || (request.Endpoint.State == EndpointState.LeadsOn && found.Route == request.Endpoint.Route)
            || (RememberDynamicEndpoints.IsDynamic(request.Endpoint.Endpoint) && !HasRouteOf(found, message));

    private static bool HasRouteOf(AuditedEndpoint endpoint, HttpRequestMessage message) =>
        endpoint.Route is { } route && new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch(message.RequestUri!.AbsolutePath, []);

    private AuditedEndpoint? Found(RequestObservation observation)
    {
        if (observation.Found is not { } endpoint)
        {
            return null;
        }

        var gate = plan.Services.GetRequiredService<IpPolicyGate>();
        var rules = IpPolicyRules.Of(endpoint.Metadata);
        return AuditedEndpoint.Of(endpoint, gate.StateOf(rules), gate.Effective(rules));
    }

    private async Task<(int? StatusCode, string? Fault)> SendAsync(HttpRequestMessage message, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(plan.Patience);
        try
        {
            // The headers are enough: some answers never end. A test server waits for handlers that don't listen to their request's end.
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience.Token).WaitAsync(patience.Token);
            return ((int)response.StatusCode, null);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return (null, $"no answer within {plan.Patience.TotalSeconds} seconds");
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            // A test server throws what the application threw.
            return (null, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private bool Declares(AuditedEndpoint endpoint) => endpoint.State switch
    {
        EndpointState.Protected => endpoint.Policies.All(policy => policy.Evaluate(plan.Caller.IPAddress, plan.Caller.Client, Now()).IsAllowed),
        EndpointState.Open or EndpointState.Unchecked or EndpointState.LeadsOn => true,
        _ => false,
    };

    private IpPolicyConditions Now() =>
        new(plan.Caller.At ?? plan.Services.GetRequiredService<TimeProvider>().GetUtcNow(), plan.Services.GetRequiredService<IHostEnvironment>().EnvironmentName);
}
