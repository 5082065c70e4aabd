using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Nearness;

/// <summary>Connection handlers. What is mapped does not name them: of a policy and a reason to be open on different classes, the policy holds.</summary>
internal static class Connections
{
    internal static readonly Kind Kind = new(static builder => builder.Services.AddConnections(), Map, "/{0}")
    {
        Answer = StatusCodes.Status400BadRequest, // It names no connection.
        Untold = ["GuardedThenOpen", "GuardedThenOpenThenSilent"],
    };

    internal static readonly Kind Negotiating = Kind with
    {
        Answer = StatusCodes.Status200OK,
        Method = HttpMethod.Post,
        Path = "/{0}/negotiate?negotiateVersion=1",
    };

    private static IEnumerable<IEndpointConventionBuilder> Map(IEndpointRouteBuilder app) =>
    [
        app.MapConnectionHandler<Silent>("/Silent"), app.MapConnectionHandler<Guarded>("/Guarded"), app.MapConnectionHandler<Open>("/Open"),
        app.MapConnectionHandler<Both>("/Both"), app.MapConnectionHandler<InheritsGuarded>("/InheritsGuarded"),
        app.MapConnectionHandler<InheritsOpen>("/InheritsOpen"), app.MapConnectionHandler<OpenThenGuarded>("/OpenThenGuarded"),
        app.MapConnectionHandler<GuardedThenOpen>("/GuardedThenOpen"),
        app.MapConnectionHandler<OpenThenGuardedThenSilent>("/OpenThenGuardedThenSilent"),
        app.MapConnectionHandler<GuardedThenOpenThenSilent>("/GuardedThenOpenThenSilent"),
    ];

    public abstract class Handler : ConnectionHandler
    {
        public override Task OnConnectedAsync(ConnectionContext connection) => Task.CompletedTask;
    }

    [RequireIpPolicy<TestPolicies.Office>]
    public abstract class GuardedBase : Handler;

    [AllowAnyAddress("a prototype")]
    public abstract class OpenBase : Handler;

    public sealed class Silent : Handler;

    [RequireIpPolicy<TestPolicies.Office>]
    public sealed class Guarded : Handler;

    [AllowAnyAddress("documentation")]
    public sealed class Open : Handler;

    [RequireIpPolicy<TestPolicies.Office>]
    [AllowAnyAddress("documentation")]
    public sealed class Both : Handler;

    public sealed class InheritsGuarded : GuardedBase;

    public sealed class InheritsOpen : OpenBase;

    [RequireIpPolicy<TestPolicies.Office>]
    public class OpenThenGuarded : OpenBase;

    [AllowAnyAddress("documentation")]
    public class GuardedThenOpen : GuardedBase;

    public sealed class OpenThenGuardedThenSilent : OpenThenGuarded;

    public sealed class GuardedThenOpenThenSilent : GuardedThenOpen;
}
