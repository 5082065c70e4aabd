using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Audit;

/// <summary>Attributes of a page's model count, as soon as the page is compiled.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task Attributes_of_a_model_count()
    {
        var endpoints = await EndpointInventoryTests.ReadAsync(static app => app.MapRazorPages(), build: AddPages);

        Assert.Equal(["/Guarded Protected office", "/Open Open documentation", "/Silent Refused"], EndpointInventoryTests.Shown(endpoints));
    }

    [Theory]
    [InlineData("/Guarded", "127.0.0.1", 200)]
    [InlineData("/Guarded", "127.0.0.77", 401)]
    [InlineData("/Open", "127.0.0.77", 200)]
    [InlineData("/Silent", "127.0.0.1", 401)]
    public async Task The_enforcement_says_the_same(string path, string from, int expected)
    {
        await using var app = await TestApp.StartAsync(static app => app.MapRazorPages(), build: AddPages);

        Assert.Equal(expected, (int)await app.StatusAsync(path, from));
    }

    [Fact]
    public async Task Attributes_of_a_model_are_seen_where_all_pages_get_a_policy()
    {
        var endpoints = await EndpointInventoryTests.ReadAsync(
            static app => app.MapRazorPages().RequireIpPolicy<TestPolicies.Partner>(), build: AddPages);

        Assert.Equal(["/Guarded Protected partner office", "/Open Open documentation", "/Silent Protected partner"], EndpointInventoryTests.Shown(endpoints));
    }

    [Fact]
    public async Task A_page_that_is_compiled_at_run_time_is_not_judged_before()
    {
        var source = new FixedEndpoints(
            ChangingEndpoints.Create("/silent", new PageActionDescriptor()),
            ChangingEndpoints.Create("/guarded", new PageActionDescriptor(), new RequireIpPolicyAttribute<TestPolicies.Office>()));

        var endpoints = await EndpointInventoryTests.ReadAsync(app => ((IEndpointRouteBuilder)app).DataSources.Add(source));

        Assert.Equal(["/guarded Protected office", "/silent LeadsOn"], EndpointInventoryTests.Shown(endpoints));
    }

    private static void AddPages(WebApplicationBuilder builder) => builder.Services.AddRazorPages().ConfigureApplicationPartManager(static manager =>
    {
        manager.ApplicationParts.Clear();
        manager.ApplicationParts.Add(new Pages());
    });

    /// <summary>What the Razor compiler writes, by hand.</summary>
    internal abstract class TestPage<TModel> : Page
    {
        public TModel Model => (TModel)(object)PageContext.ViewData.Model!;

        public override Task ExecuteAsync()
        {
            WriteLiteral("ok");
            return Task.CompletedTask;
        }
    }

    internal sealed class GuardedPage : TestPage<GuardedModel>;

    internal sealed class OpenPage : TestPage<OpenModel>;

    internal sealed class SilentPage : TestPage<SilentModel>;

    [RequireIpPolicy<TestPolicies.Office>]
    internal sealed class GuardedModel : PageModel;

    [AllowAnyAddress("documentation")]
    internal sealed class OpenModel : PageModel;

    internal sealed class SilentModel : PageModel;

    private sealed class Pages : ApplicationPart, IRazorCompiledItemProvider
    {
        public override string Name => nameof(Pages);

        public IEnumerable<RazorCompiledItem> CompiledItems =>
        [
            new Item(typeof(GuardedPage), "/Pages/Guarded.cshtml"), new Item(typeof(OpenPage), "/Pages/Open.cshtml"),
            new Item(typeof(SilentPage), "/Pages/Silent.cshtml"),
        ];
    }

    private sealed class Item(Type type, string identifier) : RazorCompiledItem
    {
        public override string Identifier => identifier;

        public override string Kind => "mvc.1.0.razor-page";

        public override IReadOnlyList<object> Metadata => [];

        public override Type Type => type;
    }
}
