using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Nearness;

/// <summary>Components with a route. They are found by being public.</summary>
public static class Components
{
    internal static readonly Kind Kind = new(
        static builder => builder.Services.AddRazorComponents(), static app => [app.MapRazorComponents<Root>()], "/components/{0}");

    public sealed class Root : ComponentBase;

    [RequireIpPolicy<TestPolicies.Office>]
    public abstract class GuardedBase : ComponentBase;

    [AllowAnyAddress("a prototype")]
    public abstract class OpenBase : ComponentBase;

    [Route("/components/Silent")]
    public sealed class Silent : ComponentBase;

    [RequireIpPolicy<TestPolicies.Office>]
    [Route("/components/Guarded")]
    public sealed class Guarded : ComponentBase;

    [AllowAnyAddress("documentation")]
    [Route("/components/Open")]
    public sealed class Open : ComponentBase;

    [RequireIpPolicy<TestPolicies.Office>]
    [AllowAnyAddress("documentation")]
    [Route("/components/Both")]
    public sealed class Both : ComponentBase;

    [Route("/components/InheritsGuarded")]
    public sealed class InheritsGuarded : GuardedBase;

    [Route("/components/InheritsOpen")]
    public sealed class InheritsOpen : OpenBase;

    [RequireIpPolicy<TestPolicies.Office>]
    [Route("/components/OpenThenGuarded")]
    public class OpenThenGuarded : OpenBase;

    [AllowAnyAddress("documentation")]
    [Route("/components/GuardedThenOpen")]
    public class GuardedThenOpen : GuardedBase;

    [Route("/components/OpenThenGuardedThenSilent")]
    public sealed class OpenThenGuardedThenSilent : OpenThenGuarded;

    [Route("/components/GuardedThenOpenThenSilent")]
    public sealed class GuardedThenOpenThenSilent : GuardedThenOpen;
}
