using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Nearness;

/// <summary>Actions of two controllers that derive from the same generic one.</summary>
internal static class Actions
{
    internal static readonly Kind OfOpenController = new(
        static builder => builder.Services.AddControllers().AddOnly(typeof(Open), typeof(Guarded)), static app => [app.MapControllers()], "/Open/{0}")
    {
        IsOfOpenClass = true,
    };

    internal static readonly Kind OfGuardedController = OfOpenController with { Path = "/Guarded/{0}", IsOfOpenClass = false, IsOfGuardedClass = true };

    /// <summary>Attributes of an interface are nobody's.</summary>
    public interface IAnswers
    {
        [AllowAnyAddress("a prototype")]
        string Guarded();

        [AllowAnyAddress("a prototype")]
        [RequireIpPolicy<TestPolicies.Elsewhere>]
        string Silent();
    }

    public abstract class Base<T> : ControllerBase, IAnswers
    {
        [HttpGet("Silent")]
        public virtual string Silent() => "ok";

        [HttpGet("Guarded")]
        public virtual string Guarded() => "ok";

        [HttpGet("Open")]
        public virtual string Open() => "ok";

        [HttpGet("Both")]
        public virtual string Both() => "ok";

        [HttpGet("InheritsGuarded")]
        [RequireIpPolicy<TestPolicies.Office>]
        public virtual string InheritsGuarded() => "ok";

        [HttpGet("InheritsOpen")]
        [AllowAnyAddress("a prototype")]
        public string InheritsOpen() => "ok";

        [HttpGet("OpenThenGuarded")]
        [AllowAnyAddress("a prototype")]
        public virtual string OpenThenGuarded() => "ok";

        [HttpGet("GuardedThenOpen")]
        [RequireIpPolicy<TestPolicies.Office>]
        public virtual string GuardedThenOpen() => "ok";

        [HttpGet("OpenThenGuardedThenSilent")]
        [AllowAnyAddress("a prototype")]
        public virtual string OpenThenGuardedThenSilent(T? argument) => "ok";

        [HttpGet("GuardedThenOpenThenSilent")]
        [RequireIpPolicy<TestPolicies.Office>]
        public virtual string GuardedThenOpenThenSilent(T? argument) => "ok";
    }

    public abstract class Derived<T> : Base<T?>
        where T : struct
    {
        [RequireIpPolicy<TestPolicies.Office>]
        public override string Guarded() => "ok";

        [AllowAnyAddress("documentation")]
        public override string Open() => "ok";

        [RequireIpPolicy<TestPolicies.Office>]
        [AllowAnyAddress("documentation")]
        public override string Both() => "ok";

        [RequireIpPolicy<TestPolicies.Office>]
        public override string OpenThenGuarded() => "ok";

        [AllowAnyAddress("documentation")]
        public override string GuardedThenOpen() => "ok";

        [RequireIpPolicy<TestPolicies.Office>]
        public override string OpenThenGuardedThenSilent(T? argument) => "ok";

        [AllowAnyAddress("documentation")]
        public override string GuardedThenOpenThenSilent(T? argument) => "ok";
    }

    [Route("[controller]")]
    [AllowAnyAddress("shown to everybody")]
    public sealed class Open : Derived<int>
    {
        public override string InheritsGuarded() => "ok";

        public override string OpenThenGuardedThenSilent(int? argument) => "ok";

        public override string GuardedThenOpenThenSilent(int? argument) => "ok";
    }

    [Route("[controller]")]
    [RequireIpPolicy<TestPolicies.Office>]
    public sealed class Guarded : Derived<long>
    {
        public override string OpenThenGuardedThenSilent(long? argument) => "ok";

        public override string GuardedThenOpenThenSilent(long? argument) => "ok";
    }
}
