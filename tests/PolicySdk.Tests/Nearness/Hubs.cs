using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Nearness;

/// <summary>Hubs.</summary>
internal static class Hubs
{
    internal static readonly Kind Kind = new(
        static builder => builder.Services.AddSignalR(),
        static app =>
        [
            app.MapHub<Silent>("/Silent"), app.MapHub<Guarded>("/Guarded"), app.MapHub<Open>("/Open"), app.MapHub<Both>("/Both"),
            app.MapHub<InheritsGuarded>("/InheritsGuarded"), app.MapHub<InheritsOpen>("/InheritsOpen"),
            app.MapHub<OpenThenGuarded>("/OpenThenGuarded"), app.MapHub<GuardedThenOpen>("/GuardedThenOpen"),
            app.MapHub<OpenThenGuardedThenSilent>("/OpenThenGuardedThenSilent"), app.MapHub<GuardedThenOpenThenSilent>("/GuardedThenOpenThenSilent"),
        ],
        "/{0}/negotiate?negotiateVersion=1")
    { Method = HttpMethod.Post };

    [RequireIpPolicy<TestPolicies.Office>]
    public abstract class GuardedBase : Hub;

    [AllowAnyAddress("a prototype")]
    public abstract class OpenBase : Hub;

    public sealed class Silent : Hub;

    [RequireIpPolicy<TestPolicies.Office>]
    public sealed class Guarded : Hub;

    [AllowAnyAddress("documentation")]
    public sealed class Open : Hub;

    [RequireIpPolicy<TestPolicies.Office>]
    [AllowAnyAddress("documentation")]
    public sealed class Both : Hub;

    public sealed class InheritsGuarded : GuardedBase;

    public sealed class InheritsOpen : OpenBase;

    [RequireIpPolicy<TestPolicies.Office>]
    public class OpenThenGuarded : OpenBase;

    [AllowAnyAddress("documentation")]
    public class GuardedThenOpen : GuardedBase;

    public sealed class OpenThenGuardedThenSilent : OpenThenGuarded;

    public sealed class GuardedThenOpenThenSilent : GuardedThenOpen;
}
