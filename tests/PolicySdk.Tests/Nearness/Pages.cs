using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Nearness;

/// <summary>Pages in the shape of what the Razor compiler writes. An <c>@attribute</c> of the view is nearer than the attributes of its model.</summary>
internal static class Pages
{
    internal static readonly Kind OfModels = Create(static row => typeof(View<>).MakeGenericType(ModelOf(row)));

    internal static readonly Kind OfOpenModels = Create(static row => ViewOf(row).MakeGenericType(typeof(Open))) with { IsOfOpenClass = true };

    internal static readonly Kind OfGuardedModels = Create(static row => ViewOf(row).MakeGenericType(typeof(Guarded))) with { IsOfGuardedClass = true };

    private static readonly string[] Rows =
    [
        "Silent", "Guarded", "Open", "Both", "InheritsGuarded", "InheritsOpen", "OpenThenGuarded", "GuardedThenOpen", "OpenThenGuardedThenSilent",
        "GuardedThenOpenThenSilent",
    ];

    private static Kind Create(Func<string, Type> page) => new(
        builder => builder.Services.AddRazorPages().ConfigureApplicationPartManager(manager =>
        {
            manager.ApplicationParts.Clear();
            manager.ApplicationParts.Add(new Part(page));
        }),
        static app => [app.MapRazorPages()],
        "/{0}");

    private static Type ModelOf(string row) => typeof(Pages).GetNestedType(row)!;

    private static Type ViewOf(string row) => typeof(Pages).GetNestedType($"{row}View`1")!;

    public abstract class AnyView<TModel> : Page
    {
        public TModel Model => (TModel)(object)PageContext.ViewData.Model!;

        public override Task ExecuteAsync()
        {
            WriteLiteral("ok");
            return Task.CompletedTask;
        }
    }

    public sealed class View<TModel> : AnyView<TModel>;

    [RequireIpPolicy<TestPolicies.Office>]
    public abstract class GuardedBase : PageModel;

    [AllowAnyAddress("a prototype")]
    public abstract class OpenBase : PageModel;

    public sealed class Silent : PageModel;

    [RequireIpPolicy<TestPolicies.Office>]
    public sealed class Guarded : PageModel;

    [AllowAnyAddress("documentation")]
    public sealed class Open : PageModel;

    [RequireIpPolicy<TestPolicies.Office>]
    [AllowAnyAddress("documentation")]
    public sealed class Both : PageModel;

    public sealed class InheritsGuarded : GuardedBase;

    public sealed class InheritsOpen : OpenBase;

    [RequireIpPolicy<TestPolicies.Office>]
    public class OpenThenGuarded : OpenBase;

    [AllowAnyAddress("documentation")]
    public class GuardedThenOpen : GuardedBase;

    public sealed class OpenThenGuardedThenSilent : OpenThenGuarded;

    public sealed class GuardedThenOpenThenSilent : GuardedThenOpen;

    [RequireIpPolicy<TestPolicies.Office>]
    public abstract class GuardedBaseView<TModel> : AnyView<TModel>;

    [AllowAnyAddress("a prototype")]
    public abstract class OpenBaseView<TModel> : AnyView<TModel>;

    public sealed class SilentView<TModel> : AnyView<TModel>;

    [RequireIpPolicy<TestPolicies.Office>]
    public sealed class GuardedView<TModel> : AnyView<TModel>;

    [AllowAnyAddress("documentation")]
    public sealed class OpenView<TModel> : AnyView<TModel>;

    [RequireIpPolicy<TestPolicies.Office>]
    [AllowAnyAddress("documentation")]
    public sealed class BothView<TModel> : AnyView<TModel>;

    public sealed class InheritsGuardedView<TModel> : GuardedBaseView<TModel>;

    public sealed class InheritsOpenView<TModel> : OpenBaseView<TModel>;

    [RequireIpPolicy<TestPolicies.Office>]
    public class OpenThenGuardedView<TModel> : OpenBaseView<TModel>;

    [AllowAnyAddress("documentation")]
    public class GuardedThenOpenView<TModel> : GuardedBaseView<TModel>;

    public sealed class OpenThenGuardedThenSilentView<TModel> : OpenThenGuardedView<TModel>;

    public sealed class GuardedThenOpenThenSilentView<TModel> : GuardedThenOpenView<TModel>;

    private sealed class Part(Func<string, Type> page) : ApplicationPart, IRazorCompiledItemProvider
    {
        public override string Name => nameof(Pages);

        public IEnumerable<RazorCompiledItem> CompiledItems => Rows.Select(row => new Item(page(row), $"/Pages/{row}.cshtml"));
    }

    private sealed class Item(Type type, string identifier) : RazorCompiledItem
    {
        public override string Identifier => identifier;

        public override string Kind => "mvc.1.0.razor-page";

        public override IReadOnlyList<object> Metadata => type.GetCustomAttributes(inherit: true);

        public override Type Type => type;
    }
}
