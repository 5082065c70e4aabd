using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Kinds;

/// <summary>Controllers by every kind of route, and pages.</summary>
internal static class Mvc
{
    internal static readonly EndpointKinds Kinds = new(
        [
            new("/mvc/class"), new("/mvc/action"), new("/mvc/filter"), new("/conventional/Plain/Guarded"), new("/fallback/to/controller"), new("/dynamic/any"),
            new("/Guarded"), new("/InheritsGuarded"), new("/fallback/to/page"),
        ],
        static builder =>
        {
            builder.Services.AddControllers().AddOnly(typeof(OfClassController), typeof(OfActionController), typeof(TestControllers.PlainController));
            builder.Services.AddTransient<ToGuarded>();
            Nearness.Pages.OfModels.Add(builder);
        },
        static app =>
        {
            app.MapControllers();
            app.MapControllerRoute("conventional", "/conventional/{controller}/{action}");
            app.MapFallbackToController("/fallback/to/controller", "Guarded", "Plain");
            app.MapDynamicControllerRoute<ToGuarded>("/dynamic/{**rest}");
            app.MapRazorPages();
            app.MapFallbackToPage("/fallback/to/page", "/Guarded");
        });

    [Route("mvc")]
    [RequireIpPolicy<TestPolicies.Office>]
    internal sealed class OfClassController(Runs runs) : ControllerBase
    {
        [HttpGet("class")]
        public string Class() => runs.Add();

        [Answers]
        [HttpGet("filter")]
        public string Filter() => runs.Add();
    }

    [Route("mvc")]
    internal sealed class OfActionController(Runs runs) : ControllerBase
    {
        [HttpGet("action")]
        [RequireIpPolicy<TestPolicies.Office>]
        public string Action() => runs.Add();
    }

    /// <summary>A filter that answers in the action's place, before anything of it is made.</summary>
    private sealed class AnswersAttribute : Attribute, IAsyncResourceFilter
    {
        public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next) =>
            context.HttpContext.Response.WriteAsync(context.HttpContext.RequestServices.GetRequiredService<Runs>().Add());
    }

    private sealed class ToGuarded : DynamicRouteValueTransformer
    {
        public override ValueTask<RouteValueDictionary> TransformAsync(HttpContext httpContext, RouteValueDictionary values) =>
            new(new RouteValueDictionary { ["controller"] = "Plain", ["action"] = "Guarded" });
    }
}
