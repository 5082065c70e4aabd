using System.Globalization;
using Microsoft.CodeAnalysis;
using PolicySdk.Analyzers.Endpoints;

namespace PolicySdk.Analyzers.Tests.Endpoints;

/// <summary>PSDK6008: a policy or an opt-out that does not hold where it stands.</summary>
public sealed class Psdk6008Tests
{
    private static readonly MarkedProject Rule = new("PSDK6008");
    private static readonly MarkedProject Library = Rule with { Kind = OutputKind.DynamicallyLinkedLibrary };

    private static readonly MetadataReference Services = AnalyzedProject.CompileLibrary(
        "Services", "namespace Microsoft.AspNetCore.Builder; public static class Services { public static void MapService<T>(this IEndpointRouteBuilder routes) where T : class { } }", knowsPolicies: false);

    [Theory]
    [InlineData("public class XHub : Hub { [RequireIpPolicy<IpPolicies.Office>] public string Secret() => \"\"; } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("public class XHub : Hub<IClient> { [RequireIpPolicy<IpPolicies.Office>] public string Secret() => \"\"; } public interface IClient; //!! PSDK6008 RequireIpPolicy")]
    [InlineData("public abstract class XBase : Hub { [RequireIpPolicy<IpPolicies.Office>] public virtual string Secret() => \"\"; } public class XHub : XBase; //!! PSDK6008 RequireIpPolicy")]
    [InlineData("public class XHub : Hub { [AllowAnyAddress(\"a reason\")] public string Open() => \"\"; } //!! PSDK6008 AllowAnyAddress")]
    [InlineData("public class XHub : Hub { [RequireIpPolicy<IpPolicies.Office>] public override Task OnConnectedAsync() => Task.CompletedTask; } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("public class XHub : Hub { [RequireIpPolicy<IpPolicies.Office>] private string Secret() => \"\"; } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class XHub : Hub { public string Secret() => \"\"; }")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public abstract class XBase : Hub; public class XHub : XBase;")]
    [InlineData("[AllowAnyAddress(\"a reason\")] public class XHub : Hub;")]
    public async Task A_method_of_a_hub_is_told_and_its_class_is_not(string types) =>
        await RuleCheck.Statements<MisplacedAttributeAnalyzer>("app.MapHub<XHub>(\"/x\");", types);

    [Theory]
    [InlineData("public class X : PageModel { [RequireIpPolicy<IpPolicies.Office>] public void OnGet() { } } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("public class X : PageModel { [RequireIpPolicy<IpPolicies.Office>] public Task<IActionResult> OnPostDeleteAsync(int id) => Task.FromResult<IActionResult>(Page()); } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("public class X : PageModel { [AllowAnyAddress(\"a reason\")] public void OnGet() { } } //!! PSDK6008 AllowAnyAddress")]
    [InlineData("public abstract class X : PageModel { [RequireIpPolicy<IpPolicies.Office>] public abstract void OnGet(); } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("public class X : PageModel { [RequireIpPolicy<IpPolicies.Office>] public void Load() { } } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("public class X : PageModel { [NonHandler, RequireIpPolicy<IpPolicies.Office>] public void OnLoad() { } } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class X : PageModel { public void OnGet() { } }")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public abstract class X : PageModel;")]
    public async Task A_method_of_a_page_model_is_told_and_its_class_is_not(string types) =>
        await RuleCheck.Statements<MisplacedAttributeAnalyzer>("app.MapRazorPages();", types);

    [Theory]
    [InlineData("public class XController : ControllerBase { [NonAction, RequireIpPolicy<IpPolicies.Office>] public int Get() => 1; } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("public class XController : ControllerBase { [RequireIpPolicy<IpPolicies.Office>] private int Get() => 1; } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("public class XController : ControllerBase { [RequireIpPolicy<IpPolicies.Office>] protected virtual int Get() => 1; } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("public class XController : ControllerBase { [AllowAnyAddress(\"a reason\")] public static int Get() => 1; } //!! PSDK6008 AllowAnyAddress")]
    [InlineData("public class XController { [RequireIpPolicy<IpPolicies.Office>] internal int Get() => 1; } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("[ApiController] public class X { [RequireIpPolicy<IpPolicies.Office>] public int Get<T>() => 1; } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("public class XController : ControllerBase { [HttpGet(\"/x\"), RequireIpPolicy<IpPolicies.Office>] public int Get() => 1; [HttpPut(\"/x\"), AllowAnyAddress(\"a reason\")] public int Put() => 1; }")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public abstract class XBase : ControllerBase { [AllowAnyAddress(\"a reason\")] public abstract int Get(); }")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public abstract class XBase { [RequireIpPolicy<IpPolicies.Admin>] public int Get() => 1; } public class XController : XBase;")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class XBase { [RequireIpPolicy<IpPolicies.Admin>] public int Get() => 1; } public class YBase : XBase; public class XController : YBase;")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class X { [HttpGet(\"/x\"), RequireIpPolicy<IpPolicies.Admin>] public int Get() => 1; }")]
    public async Task Of_a_controller_what_is_no_action_is_told(string types) =>
        await RuleCheck.Statements<MisplacedAttributeAnalyzer>("app.MapControllers();", types);

    [Theory]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] static class X { public static int Get() => 1; } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("[AllowAnyAddress(\"a reason\")] static class X { public static int Get() => 1; } //!! PSDK6008 AllowAnyAddress")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] class X { public static int Get() => 1; } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] record X { public static int Get() => 1; } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("static class X { [RequireIpPolicy<IpPolicies.Office>] public static int Get() => 1; }")]
    [InlineData("static class X { [AllowAnyAddress(\"a reason\")] public static int Get() => 1; }")]
    public async Task The_class_of_a_handler_is_told_and_the_handler_is_not(string types) =>
        await RuleCheck.Statements<MisplacedAttributeAnalyzer>("app.MapGet(\"/x\", X.Get);", types);

    [Theory]
    [InlineData("app.UseMiddleware<X>();", "[RequireIpPolicy<IpPolicies.Office>] class X : IMiddleware { public Task InvokeAsync(HttpContext context, RequestDelegate next) => next(context); } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("app.UseMiddleware(typeof(X));", "[RequireIpPolicy<IpPolicies.Office>] class X(RequestDelegate next) { public Task InvokeAsync(HttpContext context) => next(context); } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("app.UseMiddleware<X>();", "class X(RequestDelegate next) { [AllowAnyAddress(\"a reason\")] public Task InvokeAsync(HttpContext context) => next(context); } //!! PSDK6008 AllowAnyAddress")]
    [InlineData("app.MapGet(\"/x\", () => 1).AddEndpointFilter<X>();", "[RequireIpPolicy<IpPolicies.Office>] class X : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context); } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("builder.Services.AddHostedService<X>();", "[RequireIpPolicy<IpPolicies.Office>] class X : BackgroundService { protected override Task ExecuteAsync(CancellationToken stop) => Task.CompletedTask; } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("builder.Services.AddHostedService<X>();", "class X : BackgroundService { [RequireIpPolicy<IpPolicies.Office>] protected override Task ExecuteAsync(CancellationToken stop) => Task.CompletedTask; } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("app.MapThings();", "static class X { [RequireIpPolicy<IpPolicies.Office>] public static void MapThings(this WebApplication app) => app.MapGet(\"/x\", () => 1); } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("app.MapGet(\"/x\", () => X.Get());", "static class X { [RequireIpPolicy<IpPolicies.Office>] public static int Get() => 1; } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("app.MapX<X>();", "[RequireIpPolicy<IpPolicies.Office>] class X : IX { public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(\"/x\", () => 1); } interface IX { static abstract void Map(IEndpointRouteBuilder routes); } static class Xs { public static void MapX<T>(this IEndpointRouteBuilder routes) where T : IX => T.Map(routes); } //!! PSDK6008 RequireIpPolicy")]
    [InlineData("builder.Services.AddSingleton<X>(); _ = typeof(X).Assembly;", "[RequireIpPolicy<IpPolicies.Office>] class X { } class Y : X; //!! PSDK6008 RequireIpPolicy")]
    public async Task What_nothing_reads_is_told(string statements, string types) => await RuleCheck.Statements<MisplacedAttributeAnalyzer>(statements, types);

    [Theory]
    [InlineData("app.MapGet(\"/x\", new X().Get);", "class X { [RequireIpPolicy<IpPolicies.Office>] public int Get() => 1; }")]
    [InlineData("X x = new Y(); app.MapGet(\"/x\", x.Get);", "abstract class X { [RequireIpPolicy<IpPolicies.Office>] public abstract int Get(); } class Y : X { [RequireIpPolicy<IpPolicies.Admin>] public override int Get() => 1; }")]
    [InlineData("IX x = new X(); app.MapGet(\"/x\", x.Get);", "interface IX { int Get(); } class X : IX { [RequireIpPolicy<IpPolicies.Office>] public int Get() => 1; }")]
    [InlineData("IX x = new X(); app.MapGet(\"/x\", x.Get);", "interface IX { int Get(); } class X : IX { [RequireIpPolicy<IpPolicies.Office>] int IX.Get() => 1; }")]
    [InlineData("Func<int> get = X.Get<int>; app.MapGet(\"/x\", get);", "static class X { [RequireIpPolicy<IpPolicies.Office>] public static T Get<T>() => default!; }")]
    [InlineData("app.MapGet(\"/x\", X.Handler);", "static class X { public static readonly Delegate Handler = Get; [RequireIpPolicy<IpPolicies.Office>] private static int Get() => 1; }")]
    [InlineData("app.MapGet(\"/x\", [RequireIpPolicy<IpPolicies.Office>] () => 1); app.MapGet(\"/y\", Get); [RequireIpPolicy<IpPolicies.Office>] static int Get() => 1;", "")]
    [InlineData("app.MapGet(\"/x\", typeof(X).GetMethod(\"Get\")!.CreateDelegate<Func<int>>());", "class X { [RequireIpPolicy<IpPolicies.Office>] public static int Get() => 1; }")]
    [InlineData("_ = app.GetType().GetMethods();", "class X { [RequireIpPolicy<IpPolicies.Office>] public static int Get() => 1; }")]
    public async Task A_method_that_is_handed_over_is_not_told(string statements, string types) => await RuleCheck.Statements<MisplacedAttributeAnalyzer>(statements, types);

    [Theory]
    [InlineData("app.MapGroup(\"/x\").WithMetadata(typeof(X).GetCustomAttributes(true));", "")]
    [InlineData("foreach (var type in typeof(Program).Assembly.GetTypes()) { _ = type.IsDefined(typeof(RequireIpPolicyAttribute), true); }", "")]
    [InlineData("foreach (var type in typeof(Program).Assembly.GetTypes()) { _ = type.GetCustomAttributes<RequireIpPolicyAttribute>(); }", "")]
    [InlineData("foreach (var type in typeof(Program).Assembly.GetTypes()) { _ = type.GetCustomAttributes<Attribute>(); }", "")]
    [InlineData("foreach (var type in typeof(Program).Assembly.GetTypes()) { _ = type.CustomAttributes; }", "")]
    [InlineData("Things.Map(typeof(X));", "static class Things { public static void Map(Type type) { } }")]
    [InlineData("Things.Map<X>(app);", "static class Things { public static void Map<T>(IEndpointRouteBuilder routes) where T : class => routes.MapService<T>(); }")]
    [InlineData("app.MapService<Y>();", "class Y : X;")]
    public async Task A_class_whose_attributes_may_be_read_is_not_told(string statements, string types) => await (Rule with { References = [Services] }).Verify(
        ("Program.cs", MarkedProject.Program("builder.Services.AddIpPolicies();", statements).Replace("using System.Net;", "using System.Net;\nusing System.Reflection;", StringComparison.Ordinal)),
        ("Types.cs", $"[RequireIpPolicy<IpPolicies.Office>] class X {{ }}\n{types}"));

    [Theory]
    [InlineData("_ = typeof(Program).GetCustomAttribute<System.ComponentModel.DescriptionAttribute>(); _ = Enum.IsDefined(DayOfWeek.Monday);")]
    [InlineData("_ = typeof(Program).IsDefined(typeof(ObsoleteAttribute), false);")]
    public async Task One_is_told_where_other_attributes_are_read(string statements) => await Rule.Verify(
        ("Program.cs", "using System.Reflection;\n" + MarkedProject.Program("builder.Services.AddIpPolicies();", statements)),
        ("Types.cs", "[[|RequireIpPolicy|]<IpPolicies.Office>] class X { }"));

    [Theory]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class X : Microsoft.AspNetCore.Components.ComponentBase { [RequireIpPolicy<IpPolicies.Office>] protected override void OnInitialized() { } }")]
    [InlineData("[Microsoft.AspNetCore.Components.Route(\"/x\"), RequireIpPolicy<IpPolicies.Office>] public class X : Microsoft.AspNetCore.Components.ComponentBase;")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class X : Microsoft.AspNetCore.Connections.ConnectionHandler { public override Task OnConnectedAsync(Microsoft.AspNetCore.Connections.ConnectionContext connection) => Task.CompletedTask; }")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public abstract class X : Microsoft.AspNetCore.Mvc.RazorPages.Page;")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class X : Greeter.GreeterBase { [RequireIpPolicy<IpPolicies.Office>] public override string Hello() => \"\"; }")]
    [InlineData("[Own, RequireIpPolicy<IpPolicies.Office>] public class X { [RequireIpPolicy<IpPolicies.Office>] public int Get() => 1; }")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class X { [Own, RequireIpPolicy<IpPolicies.Office>] public int Get() => 1; }")]
    public async Task What_others_read_is_not_told(string types) => await RuleCheck.Statements<MisplacedAttributeAnalyzer>(
        "",
        types + """

        class OwnAttribute : Attribute;
        class BindServiceMethodAttribute(Type type, string method) : Attribute { public override string ToString() => type + method; }
        public static class Greeter { [BindServiceMethod(typeof(Greeter), "Bind")] public abstract class GreeterBase { public abstract string Hello(); } }
        """);

    [Fact]
    public async Task The_method_of_a_connection_handler_is_told() => await RuleCheck.Statements<MisplacedAttributeAnalyzer>(
        "app.MapConnectionHandler<X>(\"/x\");",
        "public class X : Microsoft.AspNetCore.Connections.ConnectionHandler { [RequireIpPolicy<IpPolicies.Office>] public override Task OnConnectedAsync(Microsoft.AspNetCore.Connections.ConnectionContext connection) => Task.CompletedTask; } //!! PSDK6008 RequireIpPolicy");

    [Theory]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class X { }")]
    [InlineData("public class X { [RequireIpPolicy<IpPolicies.Office>] public static int Get() => 1; }")]
    [InlineData("[[|RequireIpPolicy|]<IpPolicies.Office>] internal class X { }")]
    [InlineData("[[|RequireIpPolicy|]<IpPolicies.Office>] public static class X { public static int Get() => 1; }")]
    [InlineData("public static class X { [[|RequireIpPolicy|]<IpPolicies.Office>] private static int Get() => 1; }")]
    [InlineData("[[|RequireIpPolicy|]<IpPolicies.Office>] public class X : IMiddleware { public Task InvokeAsync(HttpContext context, RequestDelegate next) => next(context); }")]
    public async Task Of_a_library_only_what_nobody_else_can_use_is_told(string types) => await Library.Verify(types);

    [Fact]
    public async Task Where_the_project_chooses_its_controllers_a_class_is_not_told() => await RuleCheck.Statements<MisplacedAttributeAnalyzer>(
        "",
        "class Own : Microsoft.AspNetCore.Mvc.Controllers.ControllerFeatureProvider; [RequireIpPolicy<IpPolicies.Office>] public class X { [RequireIpPolicy<IpPolicies.Office>] public int Get() => 1; }");

    [Theory]
    [InlineData("public class XHub : Hub { [RequireIpPolicy<IpPolicies.Office>] public string Secret() => \"\"; }", "'RequireIpPolicy' holds for the whole hub, not for this method alone: the methods of 'XHub' are one endpoint. Put it on the class.")]
    [InlineData("public class XHub : Hub { [AllowAnyAddress(\"a reason\")] public string Open() => \"\"; }", "'AllowAnyAddress' opens nothing here: the methods of 'XHub' are one endpoint. Put it on the class.")]
    [InlineData("public class X : PageModel { [RequireIpPolicy<IpPolicies.Office>] public void OnGet() { } }", "'RequireIpPolicy' holds for the whole page, not for this method alone: the handlers of 'X' are one endpoint. Put it on the class.")]
    [InlineData("public class X : PageModel { [AllowAnyAddress(\"a reason\")] public void OnGet() { } }", "'AllowAnyAddress' opens nothing here: the handlers of 'X' are one endpoint. Put it on the class.")]
    [InlineData("public class XController : ControllerBase { [RequireIpPolicy<IpPolicies.Office>] private int Get() => 1; }", "'RequireIpPolicy' guards nothing here: 'XController.Get' is no action. Put it on the actions or the class.")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] static class X;", "'RequireIpPolicy' guards nothing here: nothing reads the attributes of a static class. Put it on the methods that are mapped, or on the endpoints or their group.")]
    [InlineData("[AllowAnyAddress(\"a reason\")] class X;", "'AllowAnyAddress' opens nothing here: 'X' is no controller, page, component, hub or service that is mapped. Put it on the endpoints or their group.")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] class X : IMiddleware { public Task InvokeAsync(HttpContext context, RequestDelegate next) => next(context); }", "'RequireIpPolicy' guards nothing here: 'X' is middleware, which has no endpoint. Put it on the endpoints or their group.")]
    [InlineData("static class X { [RequireIpPolicy<IpPolicies.Office>] public static int Get() => 1; }", "'RequireIpPolicy' guards nothing here: 'X.Get' is not mapped as a handler. Put it on the endpoint that calls it.")]
    public async Task The_message_says_what_holds_and_where_it_belongs(string type, string message)
    {
        var compilation = SampleApplication.Parse("Program", $"using Microsoft.AspNetCore.Mvc;\nusing Microsoft.AspNetCore.Mvc.RazorPages;\nusing Microsoft.AspNetCore.SignalR;\nWebApplication.Create().Run();\n{type}").Compile();

        var diagnostic = Assert.Single(await AnalyzedProject.Analyze(compilation, [new MisplacedAttributeAnalyzer()]));

        Assert.Equal(message, diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }
}
