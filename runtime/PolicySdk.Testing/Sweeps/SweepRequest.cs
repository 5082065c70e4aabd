using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using PolicySdk.Audit;
using PolicySdk.Testing.Exposure;
using PolicySdk.Testing.Sources;

namespace PolicySdk.Testing.Sweeps;

/// <summary>A request that is made for one method of an endpoint.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Method">The method.</param>
internal sealed record SweepRequest(AuditedEndpoint Endpoint, string Method)
{
    private static readonly string[] AnyMethods = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

    internal string Route { get; } = EndpointName.Of(Endpoint);

    /// <summary>What it is called in <see cref="EndpointSweep.Except"/> and in reports.</summary>
    internal string Name => $"{Method} {Route}";

    /// <summary>The requests of an endpoint. One of any method is called by one that no other endpoint of its route takes.</summary>
    internal static IEnumerable<SweepRequest> Of(AuditedEndpoint endpoint, IEnumerable<string> taken) => endpoint.Methods.Count == 0
        ? [new SweepRequest(endpoint, AnyMethods.Except(taken, StringComparer.OrdinalIgnoreCase).FirstOrDefault() ?? AnyMethods[0])]
        : endpoint.Methods.Select(method => new SweepRequest(endpoint, method));

    internal bool IsAsset => EndpointKind.Of(Endpoint.Endpoint) == EndpointKind.Asset;

    internal bool HasParameter(string name) => Endpoint.Endpoint is RouteEndpoint route && route.RoutePattern.GetParameter(name) is not null;

    internal bool IsMeantBy(string exception) =>
        exception.Equals(Name, StringComparison.OrdinalIgnoreCase) || exception.Equals(Route, StringComparison.OrdinalIgnoreCase);

    /// <summary>The message, or null and why there is none.</summary>
    internal HttpRequestMessage? Create(RouteFiller filler, out string? fault)
    {
        if (Endpoint.Endpoint is not RouteEndpoint route)
        {
            fault = "no route of its own leads there";
            return null;
        }

        if (filler.Fill(route.RoutePattern, out var unfilled) is not { } path)
        {
            fault = $"nothing known satisfies the constraints of '{{{unfilled}}}': name a value by WithRouteValue(\"{unfilled}\", ...)";
            return null;
        }

        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(path, UriKind.Relative));
        if (route.Metadata.GetMetadata<IHostMetadata>()?.Hosts is [var host, ..])
        {
            message.Headers.Host = host.Replace("*.", "a.", StringComparison.Ordinal);
        }

        if (EndpointKind.Of(route) == "grpc")
        {
            message.Version = HttpVersion.Version20;
            message.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            message.Headers.TE.Add(new("trailers"));
            message.Content = Content("application/grpc", [0, 0, 0, 0, 0]);
        }
        else if (route.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes is [var type, ..])
        {
            message.Content = Content(type.Contains('*', StringComparison.Ordinal) ? "application/json" : type, "{}"u8.ToArray());
        }

        fault = null;
        return message;
    }

    private static ByteArrayContent Content(string type, byte[] bytes) => new(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
}
