using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PolicySdk;

namespace Examples.Tests;

/// <summary>An example as it is, its <c>Program</c> and its settings, on a port that the system picks.</summary>
/// <typeparam name="TAnyOfIt">Any type of the example.</typeparam>
public abstract class ExampleServer<TAnyOfIt> : WebApplicationFactory<TAnyOfIt>
    where TAnyOfIt : class
{
    private readonly string _environment;
    private readonly TimeProvider _time;
    private readonly (string Key, string Value)[] _settings;

    /// <summary>Starts it.</summary>
    protected ExampleServer(string environment, params (string Key, string Value)[] settings)
        : this(environment, TimeProvider.System, settings)
    {
    }

    /// <summary>Starts it at another time.</summary>
    protected ExampleServer(string environment, TimeProvider time, params (string Key, string Value)[] settings)
    {
        (_environment, _time, _settings) = (environment, time, settings);
        UseKestrel();
        StartServer();
    }

    /// <summary>Endpoints that neither a policy nor a reason to be open speaks of.</summary>
    internal IEnumerable<string?> UncoveredEndpoints => Endpoints
        .Where(static endpoint => endpoint.Metadata.GetMetadata<RequireIpPolicyAttribute>() is null && endpoint.Metadata.GetMetadata<AllowAnyAddressAttribute>() is null)
        .Select(static endpoint => endpoint.DisplayName);

    internal IReadOnlyList<Endpoint> Endpoints => Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>Where it listens.</summary>
    protected IReadOnlyList<Uri> Urls =>
        [.. Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Select(static address => new Uri(address))];

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.ConfigureTestServices(services => services.AddSingleton(_time));
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }
    }
}
