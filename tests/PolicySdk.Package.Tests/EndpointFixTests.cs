namespace PolicySdk.Package.Tests;

/// <summary>Endpoints without a policy are told by a user's build and mended by <c>dotnet format</c>.</summary>
public sealed class EndpointFixTests(PackedPackage package)
{
    private const string Rule = "PSDK6001";

    private const string Program = """
        using Microsoft.AspNetCore.SignalR;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddIpPolicies();
        builder.Services.AddControllers();
        builder.Services.AddSignalR();
        builder.Services.AddHealthChecks();

        var app = builder.Build();
        app.UseIpPolicies();
        app.MapGet("/prices", () => "1");
        var v1 = app.MapGroup("/v1");
        v1.MapGet("/orders", () => "2")
            .WithName("orders"); // the list
        app.MapControllers();
        app.MapHub<News>("/news");
        app.MapHealthChecks("/healthz").AllowAnyAddress("probed by the load balancer");
        app.MapHealthChecks("/ready");
        app.MapUsers();
        app.Run();

        class News : Hub;
        """;

    // Told at once when a member is known, and at the end when the whole project is.
    private const string Users = """
        static class Users
        {
            public static void MapUsers(this IEndpointRouteBuilder routes) => routes.MapGet("/users", () => "3");
        }
        """;

    private const string Bills = """
        using Microsoft.AspNetCore.Mvc;

        [Route("bills")]
        public class BillsController : ControllerBase
        {
            [HttpGet]
            public string Get() => "4";
        }
        """;

    [Fact]
    public async Task Endpoints_of_every_kind_are_told_and_one_command_mends_them()
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.Write("Program.cs", Program);
        consumer.Write("Users.cs", Users);
        consumer.Write("Bills.cs", Bills);

        var before = (await consumer.BuildAsync()).Succeeded();
        (await consumer.FormatAsync(Rule)).Succeeded();
        var after = (await consumer.BuildAsync("--no-restore")).Succeeded();

        Assert.Equal(["Bills.cs(4,14)", "Program.cs(11,5)", "Program.cs(13,4)", "Program.cs(16,5)", "Program.cs(18,5)", "Users.cs(3,78)"], Told(consumer, before));
        Assert.Contains("0 Warning(s)", after.Output, StringComparison.Ordinal);
        Assert.Equal(
            Program
                .Replace("""app.MapGet("/prices", () => "1");""", """app.MapGet("/prices", () => "1").RequireIpPolicy<IpPolicies.PartnerApi>();""")
                .Replace("""v1.MapGet("/orders", () => "2")""", "v1.MapGet(\"/orders\", () => \"2\")\n    .RequireIpPolicy<IpPolicies.PartnerApi>()")
                .Replace("""app.MapHub<News>("/news");""", """app.MapHub<News>("/news").RequireIpPolicy<IpPolicies.PartnerApi>();""")
                .Replace("""app.MapHealthChecks("/ready");""", """app.MapHealthChecks("/ready").RequireIpPolicy<IpPolicies.PartnerApi>();"""),
            consumer.Read("Program.cs"));
        Assert.Equal(Users.Replace("=> \"3\")", "=> \"3\").RequireIpPolicy<IpPolicies.PartnerApi>()"), consumer.Read("Users.cs"));
        Assert.Equal(Bills.Replace("public class", "[RequireIpPolicy<IpPolicies.PartnerApi>]\npublic class"), consumer.Read("Bills.cs"));
    }

    [Fact]
    public async Task A_group_that_loses_its_policy_shows_every_endpoint_below_it()
    {
        const string Grouped = """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddIpPolicies();
            var app = builder.Build();
            app.UseIpPolicies();
            var v1 = app.MapGroup("/v1").RequireIpPolicy<IpPolicies.PartnerApi>();
            v1.MapGet("/orders", () => "1");
            v1.MapGroup("/bills").MapPost("/", () => "2");
            v1.MapUsers();
            app.MapGet("/status", () => "4").AllowAnyAddress("the status page");
            app.Run();
            """;
        using var consumer = Consumer.WithPolicy(package);
        consumer.Write("Program.cs", Grouped);
        consumer.Write("Users.cs", Users);
        Assert.Empty(Told(consumer, (await consumer.BuildAsync()).Succeeded()));

        consumer.Write("Program.cs", Grouped.Replace(".RequireIpPolicy<IpPolicies.PartnerApi>()", ""));

        Assert.Equal(["Program.cs(6,4)", "Program.cs(7,23)", "Users.cs(3,78)"], Told(consumer, (await consumer.BuildAsync("--no-restore")).Succeeded()));
    }

    [Fact]
    public async Task Where_there_is_no_policy_nothing_is_opened_in_its_place()
    {
        using var consumer = new Consumer(package);
        consumer.Write("Program.cs", Program);
        consumer.Write("Users.cs", Users);
        Assert.Equal(5, Told(consumer, (await consumer.BuildAsync()).Succeeded()).Count());

        (await consumer.FormatAsync(Rule)).Succeeded();

        Assert.Equal(Program, consumer.Read("Program.cs"));
        Assert.Equal(Users, consumer.Read("Users.cs"));
    }

    private static IEnumerable<string> Told(Consumer consumer, CommandResult build) => build.Output.Split('\n')
        .Where(static line => line.Contains($": warning {Rule}: ", StringComparison.Ordinal))
        .Select(line => Path.GetRelativePath(consumer.PathOf("."), line[..line.IndexOf(": warning", StringComparison.Ordinal)].Trim()))
        .Distinct()
        .Order(StringComparer.Ordinal);
}
