using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Audit;

/// <summary>The data sources of the application's endpoints.</summary>
internal sealed class EndpointSources(IServiceProvider services)
{
    /// <summary>The sources as routing was given them: the one that holds all others, in its place.</summary>
    internal IEnumerable<EndpointDataSource> Roots => services.GetServices<EndpointDataSource>();

    /// <summary>Reads the endpoints that a request can reach.</summary>
    /// <param name="faults">Takes what failed.</param>
    internal List<Endpoint> Read(List<ReadFault> faults)
    {
        // One by one, never the list of the source that holds all: one bad source would hide the others, and a list that was read once
        // is made anew at each change from then on.
        var endpoints = new List<Endpoint>();
        foreach (var source in Roots.SelectMany(Parts).Distinct())
        {
            try
            {
                endpoints.AddRange(source.Endpoints.Where(CanBeReached).ToList());
            }
            catch (Exception exception)
            {
                faults.Add(new(source.GetType().ToString(), exception));
            }
        }

        return endpoints;
    }

    private static IEnumerable<EndpointDataSource> Parts(EndpointDataSource source) =>
        source is CompositeEndpointDataSource composite ? composite.DataSources.SelectMany(Parts) : [source];

    private static bool CanBeReached(Endpoint endpoint) => endpoint is RouteEndpoint
        ? endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is not { SuppressMatching: true }
        : endpoint.Metadata.GetMetadata<ActionDescriptor>() is not null;
}
