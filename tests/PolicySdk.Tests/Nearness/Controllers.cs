using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Nearness;

/// <summary>Controllers with a generic base that says nothing, and one between that says something.</summary>
internal static class Controllers
{
    internal static readonly Kind Kind = new(
        static builder => builder.Services.AddControllers().AddOnly(typeof(Controllers).GetNestedTypes()),
        static app => [app.MapControllers()],
        "/{0}");

    [Route("[controller]")]
    public abstract class Answering<T> : ControllerBase
    {
        [HttpGet]
        public string Get() => typeof(T).Name;
    }

    [RequireIpPolicy<TestPolicies.Office>]
    public abstract class GuardedBase : Answering<int>;

    [AllowAnyAddress("a prototype")]
    public abstract class OpenBase : Answering<int>;

    public sealed class Silent : Answering<int>;

    [RequireIpPolicy<TestPolicies.Office>]
    public sealed class Guarded : Answering<int>;

    [AllowAnyAddress("documentation")]
    public sealed class Open : Answering<int>;

    [RequireIpPolicy<TestPolicies.Office>]
    [AllowAnyAddress("documentation")]
    public sealed class Both : Answering<int>;

    public sealed class InheritsGuarded : GuardedBase;

    public sealed class InheritsOpen : OpenBase;

    [RequireIpPolicy<TestPolicies.Office>]
    public class OpenThenGuarded : OpenBase;

    [AllowAnyAddress("documentation")]
    public class GuardedThenOpen : GuardedBase;

    public sealed class OpenThenGuardedThenSilent : OpenThenGuarded;

    public sealed class GuardedThenOpenThenSilent : GuardedThenOpen;
}
