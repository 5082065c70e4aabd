// gRPC services with reflection in development; the policy is on the call, on the class, or on a base class.
// uses: Grpc
using Grpc.Core;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGrpc();
builder.Services.AddGrpcReflection();
builder.Services.AddIpPolicies();

var app = builder.Build();

app.UseRouting();
app.UseIpPolicies();
app.UseGrpcWeb();

app.MapGrpcService<GreeterService>().EnableGrpcWeb().RequireIpPolicy<IpPolicies.PartnerApi>();
app.MapGrpcService<BasketService>();
app.MapGrpcService<AuditService>();

if (app.Environment.IsDevelopment())
{
    app.MapGrpcReflectionService().RequireIpPolicy<IpPolicies.Office>();
}

app.MapGet("/", () => "Speak gRPC.").AllowAnyAddress("tells people with a browser that they are wrong here");

app.Run();

[BindServiceMethod(typeof(GreeterBase), "Bind")]
public abstract class GreeterBase
{
    public virtual Task<string> SayHello(string name, ServerCallContext context) => throw new NotSupportedException();
}

public class GreeterService(ILogger<GreeterService> logger) : GreeterBase
{
    public override Task<string> SayHello(string name, ServerCallContext context)
    {
        logger.LogInformation("Greets {Name}", name);
        return Task.FromResult("Hello " + name);
    }
}

[RequireIpPolicy<IpPolicies.PartnerApi>]
public class BasketService : GreeterBase;

[RequireIpPolicy<IpPolicies.Admin>]
public abstract class InternalService;

public sealed class AuditService : InternalService;
