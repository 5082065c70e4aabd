// Plugins provide routes: providers are found by type, ordered by priority, and called through their interface. As in large shop systems.
using Shop.Core;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddIpPolicies();
builder.Services.AddSingleton<ITypeFinder, AssemblyTypeFinder>();
builder.Services.AddSingleton<IRoutePublisher, RoutePublisher>();

var app = builder.Build();
app.UseRouting();
app.UseIpPolicies();

app.UseEndpoints(endpoints =>
{
    var shop = endpoints.MapGroup("");
    shop.RequireIpPolicy<IpPolicies.PartnerApi>();
    endpoints.ServiceProvider.GetRequiredService<IRoutePublisher>().RegisterRoutes(shop);
});

app.Run();

//// file: Core/Routing.cs
using System.Reflection;

namespace Shop.Core;

public interface ITypeFinder
{
    IEnumerable<Type> FindClassesOfType<T>();
}

public class AssemblyTypeFinder : ITypeFinder
{
    public IEnumerable<Type> FindClassesOfType<T>() =>
        Assembly.GetExecutingAssembly().GetTypes().Where(type => typeof(T).IsAssignableFrom(type) && type is { IsInterface: false, IsAbstract: false });
}

public interface IRouteProvider
{
    void RegisterRoutes(IEndpointRouteBuilder endpointRouteBuilder);

    int Priority { get; }
}

public interface IRoutePublisher
{
    void RegisterRoutes(IEndpointRouteBuilder endpointRouteBuilder);
}

public class RoutePublisher : IRoutePublisher
{
    protected readonly ITypeFinder _typeFinder;

    public RoutePublisher(ITypeFinder typeFinder)
    {
        _typeFinder = typeFinder;
    }

    public virtual void RegisterRoutes(IEndpointRouteBuilder endpointRouteBuilder)
    {
        var routeProviders = _typeFinder.FindClassesOfType<IRouteProvider>();

        var instances = routeProviders
            .Select(routeProvider => (IRouteProvider)Activator.CreateInstance(routeProvider)!)
            .OrderByDescending(routeProvider => routeProvider.Priority);

        foreach (var routeProvider in instances)
            routeProvider.RegisterRoutes(endpointRouteBuilder);
    }
}

//// file: Plugins/Payments/RouteProvider.cs
using Shop.Core;

namespace Shop.Plugins.Payments;

public partial class RouteProvider : IRouteProvider
{
    #region Methods

    public void RegisterRoutes(IEndpointRouteBuilder endpointRouteBuilder)
    {
        endpointRouteBuilder.MapControllerRoute("Plugin.Payments.Webhook",
            "Plugins/Payments/Webhook",
            new { controller = "PaymentWebhook", action = "Receive" });
    }

    #endregion

    #region Properties

    public int Priority => -1;

    #endregion
}

//// file: Plugins/Payments/PaymentWebhookController.cs
using Microsoft.AspNetCore.Mvc;

namespace Shop.Plugins.Payments;

public class PaymentWebhookController : Controller
{
    [HttpPost]
    public async Task<IActionResult> Receive()
    {
        using var reader = new StreamReader(Request.Body);
        await reader.ReadToEndAsync();
        return Ok();
    }
}

//// file: Infrastructure/RouteProvider.cs
using Shop.Core;

namespace Shop.Infrastructure;

public class RouteProvider : IRouteProvider
{
    public int Priority => 0;

    public virtual void RegisterRoutes(IEndpointRouteBuilder endpointRouteBuilder)
    {
        var lang = GetLanguageRoutePattern();
        endpointRouteBuilder.MapGet($"{lang}/robots.txt", () => "User-agent: *");
        endpointRouteBuilder.MapGet("sitemap.xml", (HttpContext context) => context.Response.WriteAsync("<urlset/>"));
    }

    protected virtual string GetLanguageRoutePattern() => "";
}
