// A long pipeline in a good order: policies after routing and forwarded headers, before all that costs.
// client-address: yes
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOutputCache();
builder.Services.AddResponseCaching();
builder.Services.AddRateLimiter(limiter => limiter.RejectionStatusCode = 429);
builder.Services.AddCors();
builder.Services.AddAuthentication();
builder.Services.AddAuthorization();
builder.Services.AddSession();
builder.Services.AddDistributedMemoryCache();
builder.Services.AddHttpLogging();
builder.Services.AddIpPolicies(static options => options.UseClientAddress<IpPolicies.ClientAddress>());

var app = builder.Build();

app.UseForwardedHeaders();
app.UseHttpLogging();
app.UseExceptionHandler("/error");
app.UseRouting();
app.UseCors();
app.UseIpPolicies();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.UseSession();
app.UseResponseCaching();
app.UseOutputCache();
app.Use(async (context, next) =>
{
    context.Response.Headers.XContentTypeOptions = "nosniff";
    await next(context);
});

app.MapGet("/data", () => "data").CacheOutput().RequireRateLimiting("fixed").RequireIpPolicy<IpPolicies.PartnerApi>();
app.Map("/error", () => Results.Problem()).AllowAnyAddress("says that something went wrong");

app.Run("http://localhost:5000");
