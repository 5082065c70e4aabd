using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using PolicySdk.Testing.Requests;
using PolicySdk.Testing.Sweeps;

namespace PolicySdk.Testing;

/// <summary>Requests of tests from any address, by any client, at any instant.</summary>
public static class TestCallerExtensions
{
    // The factory that starts the host for the callers of another one: itself, where it was made by WithTestCallers.
    private static readonly ConditionalWeakTable<object, object> Hosts = [];

    /// <summary>
    /// Lets tests say who calls this host. For tests that are there already, whose requests come from no address, one line is enough:
    /// <c>builder.UseTestCallers(new TestCaller("192.0.2.40"))</c>. Never for a host that others can reach: whoever can send a header is anybody.
    /// </summary>
    /// <param name="builder">The host of the tests.</param>
    /// <param name="everybodyElse">The caller of requests that name none and come from no address or from this machine; null leaves them as they are.</param>
    public static IWebHostBuilder UseTestCallers(this IWebHostBuilder builder, TestCaller? everybodyElse = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.ConfigureServices(services => TestCallerServices.Add(services, everybodyElse));
    }

    /// <summary>A factory whose host tests may call as anybody. <c>UseKestrel(0)</c> on it serves real sockets.</summary>
    /// <typeparam name="TEntryPoint">A class of the application; <c>Program</c>.</typeparam>
    /// <param name="factory">The factory; disposing it disposes the new one.</param>
    /// <param name="everybodyElse">The caller of requests that name none; null leaves them without an address.</param>
    public static WebApplicationFactory<TEntryPoint> WithTestCallers<TEntryPoint>(this WebApplicationFactory<TEntryPoint> factory, TestCaller? everybodyElse = null)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        var host = factory.WithWebHostBuilder(builder => builder.UseTestCallers(everybodyElse));
        Hosts.Add(host, host);
        return host;
    }

    /// <summary>A client whose requests come from an address. On a factory without test callers it starts a second host, with a state of its own.</summary>
    /// <typeparam name="TEntryPoint">A class of the application; <c>Program</c>.</typeparam>
    /// <param name="factory">Starts the application.</param>
    /// <param name="address">The address of the connection.</param>
    /// <param name="client">Whom policies take for the caller; null asks the application's selector.</param>
    /// <param name="at">When the requests are made; null is now.</param>
    /// <exception cref="ArgumentException">It is not a single address.</exception>
    public static HttpClient CreateClientFrom<TEntryPoint>(this WebApplicationFactory<TEntryPoint> factory, string address, string? client = null, DateTimeOffset? at = null)
        where TEntryPoint : class
    {
        return From(new TestCaller(address) { Client = client, At = at }, factory.HostOfCallers().CreateClient());
    }

    /// <summary>A client whose requests come from a caller. On a factory without test callers it starts a second host, with a state of its own.</summary>
    /// <typeparam name="TEntryPoint">A class of the application; <c>Program</c>.</typeparam>
    /// <param name="factory">Starts the application.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="options">Redirects, cookies and the base address.</param>
    public static HttpClient CreateClientFrom<TEntryPoint>(this WebApplicationFactory<TEntryPoint> factory, TestCaller caller, WebApplicationFactoryClientOptions options)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(options);
        return From(caller, factory.HostOfCallers().CreateClient(options));
    }

    /// <summary>A client of a host that was built without a factory, with <see cref="UseTestCallers"/>.</summary>
    /// <param name="server">The server of the host.</param>
    /// <param name="caller">Who calls.</param>
    /// <exception cref="InvalidOperationException">The host has no test callers.</exception>
    public static HttpClient CreateClientFrom(this TestServer server, TestCaller caller)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(caller);
        return TestCallerServices.AreIn(server.Services)
            ? From(caller, server.CreateClient())
            : throw new InvalidOperationException("Call UseTestCallers() on the builder of this host: it takes no callers from tests.");
    }

    /// <summary>Begins requests to every endpoint from one address.</summary>
    /// <typeparam name="TEntryPoint">A class of the application; <c>Program</c>.</typeparam>
    /// <param name="factory">Starts the application.</param>
    /// <param name="address">The address of the connection.</param>
    /// <param name="client">Whom policies take for the caller; null asks the application's selector.</param>
    /// <param name="at">When the requests are made; null is now.</param>
    /// <exception cref="ArgumentException">It is not a single address.</exception>
    public static EndpointSweep SweepFrom<TEntryPoint>(this WebApplicationFactory<TEntryPoint> factory, string address, string? client = null, DateTimeOffset? at = null)
        where TEntryPoint : class
    {
        var caller = new TestCaller(address) { Client = client, At = at };
        var host = factory.HostOfCallers();
        var options = new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false };
        return new(new SweepPlan(host.Services, CreateClient, caller));

        HttpClient CreateClient()
        {
            // Where a server of its own listens, which is known once the host has started.
            options.BaseAddress = host.ClientOptions.BaseAddress;
            return From(caller, host.CreateClient(options));
        }
    }

    /// <summary>The factory of the host that takes callers: this one, if it does.</summary>
    internal static WebApplicationFactory<TEntryPoint> HostOfCallers<TEntryPoint>(this WebApplicationFactory<TEntryPoint> factory)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        return (WebApplicationFactory<TEntryPoint>)Hosts.GetValue(
            factory, _ => TestCallerServices.AreIn(factory.Services) ? factory : factory.WithWebHostBuilder(static builder => builder.UseTestCallers()));
    }

    private static HttpClient From(TestCaller caller, HttpClient client)
    {
        foreach (var (name, value) in caller.Headers)
        {
            client.DefaultRequestHeaders.Add(name, value);
        }

        return client;
    }
}
