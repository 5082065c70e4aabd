// A native AOT service: slim builder, source-generated JSON, request delegates instead of lambdas with parameters.
using System.Text.Json.Serialization;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ReadingContext.Default));
builder.Services.AddIpPolicies();

var app = builder.Build();
app.UseIpPolicies();

Reading[] readings = [new("a", 20.5), new("b", 21.0)];

var api = app.MapGroup("/readings");
api.RequireIpPolicy<IpPolicies.PartnerApi>();
api.MapGet("/", () => readings);
api.MapGet("/{name}", (string name) => readings.FirstOrDefault(reading => reading.Name == name) is { } reading ? Results.Ok(reading) : Results.NotFound());

app.MapGet("/version", (RequestDelegate)(static context => context.Response.WriteAsync("1.0"))).AllowAnyAddress("says nothing but a number");
app.MapMethods("/readings", ["DELETE"], static context => Task.CompletedTask).RequireIpPolicy<IpPolicies.Admin>();

app.Run();

internal sealed record Reading(string Name, double Value);

// Stands for what the JSON generator writes.
internal sealed class ReadingContext : JsonSerializerContext
{
    public ReadingContext()
        : base(null)
    {
    }

    public static ReadingContext Default { get; } = new();

    protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;

    public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
}
