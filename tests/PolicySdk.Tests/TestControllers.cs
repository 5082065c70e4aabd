using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests;

/// <summary>Controllers with their policies on the class and on the action.</summary>
internal static class TestControllers
{
    internal static IMvcBuilder AddTestControllers(this IMvcBuilder mvc) =>
        mvc.ConfigureApplicationPartManager(static manager =>
        {
            manager.ApplicationParts.Clear();
            manager.FeatureProviders.Add(new Nested());
        });

    internal static IMvcBuilder AddOnly(this IMvcBuilder mvc, params IEnumerable<Type> controllers) =>
        mvc.ConfigureApplicationPartManager(manager =>
        {
            manager.ApplicationParts.Clear();
            manager.FeatureProviders.Add(new Only(controllers));
        });

    [RequireIpPolicy<TestPolicies.Office>]
    [Route("controller")]
    internal sealed class GuardedController : ControllerBase
    {
        [HttpGet("attribute")]
        public string Attribute() => "ok";

        [HttpGet("open")]
        [AllowAnyAddress("shown to everybody")]
        public string Open() => "ok";

        [HttpGet("narrower")]
        [RequireIpPolicy<TestPolicies.Partner>]
        public string Narrower() => "ok";
    }

    [Route("controller")]
    internal sealed class PartlyGuardedController : ControllerBase
    {
        [HttpGet("action")]
        [RequireIpPolicy<TestPolicies.Office>]
        public string Action() => "ok";

        [HttpGet("silent")]
        public string Silent() => "ok";
    }

    /// <summary>A controller without routes of its own: dynamic and fallback routes lead to it.</summary>
    internal sealed class PlainController : ControllerBase
    {
        [RequireIpPolicy<TestPolicies.Office>]
        public string Guarded() => "ok";

        [AllowAnyAddress("a notice")]
        public string Open() => "ok";

        public string Silent() => "ok";
    }

    private sealed class Nested : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
        {
            feature.Controllers.Add(typeof(GuardedController).GetTypeInfo());
            feature.Controllers.Add(typeof(PartlyGuardedController).GetTypeInfo());
            feature.Controllers.Add(typeof(PlainController).GetTypeInfo());
        }
    }

    private sealed class Only(IEnumerable<Type> controllers) : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
        {
            foreach (var controller in controllers.Where(static type => !type.IsAbstract))
            {
                feature.Controllers.Add(controller.GetTypeInfo());
            }
        }
    }
}
