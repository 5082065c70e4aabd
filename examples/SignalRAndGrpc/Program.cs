using SignalRAndGrpc;
using SignalRAndGrpc.Calls;
using SignalRAndGrpc.Live;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.AddSignalR();

// Otherwise gRPC maps endpoints of its own, for services and methods that do not exist; without a policy they refuse everybody.
builder.Services.AddGrpc(static options => options.IgnoreUnknownServices = true);
builder.Services.AddHealthChecks();
builder.Services.AddSingleton<PriceBoard>();

var app = builder.Build();
app.UseIpPolicies();

// By attribute, on the class and on a method.
app.MapHub<PriceHub>("/live/prices");
app.MapGrpcService<PricesService>();

// By convention, where they are mapped.
app.MapHub<DeskHub>("/live/desk").RequireIpPolicy<IpPolicies.Desk>();
app.MapGrpcService<DeskService>().RequireIpPolicy<IpPolicies.Desk>();

app.MapHealthChecks("/healthz").AllowAnyAddress("probed by the load balancer, whose addresses change");

app.Run();
