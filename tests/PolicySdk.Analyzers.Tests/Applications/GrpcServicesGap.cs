// gRPC services as the template makes them, with one policy, and the reflection service for everybody.
// uses: Grpc
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGrpc();
builder.Services.AddGrpcReflection();
builder.Services.AddIpPolicies();

var app = builder.Build();
app.UseIpPolicies();
app.MapGrpcService<OrderingService>().RequireIpPolicy<IpPolicies.PartnerApi>();
app.MapGrpcService<StockService>(); //!! PSDK6001 MapGrpcService
IWebHostEnvironment env = app.Environment;
if (env.IsDevelopment())
{
    app.MapGrpcReflectionService(); //!! PSDK6001 MapGrpcReflectionService
}

app.Run();

class OrderingService;

class StockService;
