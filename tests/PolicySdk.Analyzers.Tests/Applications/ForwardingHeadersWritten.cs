// Forwarding headers that are written, removed or named, and other headers that are read: nothing here trusts a caller's word.
using System.Net.Http.Headers;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient("upstream", client => client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1"));
builder.Services.AddIpPolicies();
builder.Services.AddHttpLogging(logging => logging.RequestHeaders.Add("X-Forwarded-For"));

string[] stripped = ["X-Real-IP", "X-Client-IP", "Forwarded"];

var app = builder.Build();
app.UseIpPolicies();
app.Use((context, next) =>
{
    foreach (var name in stripped)
    {
        context.Request.Headers.Remove(name);
    }

    context.Request.Headers.Remove("X-Forwarded-For");
    context.Response.Headers["X-Real-IP"] = "hidden";
    return next(context);
});

app.MapGet("/relay", async (HttpContext context, IHttpClientFactory clients, CancellationToken cancellation) =>
{
    using var request = new HttpRequestMessage(HttpMethod.Get, "http://10.0.0.4/");
    request.Headers.TryAddWithoutValidation("X-Forwarded-For", $"{context.Connection.RemoteIpAddress}");
    request.Headers.Add("X-Request-ID", context.Request.Headers["X-Request-ID"].ToString());
    var language = context.Request.Headers.AcceptLanguage;
    var known = new Dictionary<string, string> { ["X-Forwarded-For"] = "a list of addresses" };
    var text = known["X-Forwarded-For"];
    using var response = await clients.CreateClient("upstream").SendAsync(request, cancellation);
    return Results.Text(await response.Content.ReadAsStringAsync(cancellation) + language + text);
}).RequireIpPolicy<IpPolicies.Office>();

app.Run();
