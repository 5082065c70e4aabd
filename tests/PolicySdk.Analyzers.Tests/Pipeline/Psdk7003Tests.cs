namespace PolicySdk.Analyzers.Tests.Pipeline;

/// <summary>PSDK7003: a forwarding header that is read by hand.</summary>
public sealed class Psdk7003Tests
{
    private static readonly MarkedProject Rule = new("PSDK7003");

    [Theory]
    [InlineData("return context.Request.Headers[[|\"X-Forwarded-For\"|]];")]
    [InlineData("return context.Request.Headers[[|\"x-real-ip\"|]].ToString();")]
    [InlineData("return context.Request.Headers[key: [|\"Forwarded\"|]];")]
    [InlineData("return context.Request.Headers[[|Names.RealIp|]];")]
    [InlineData("const string Name = \"CF-\" + \"Connecting-IP\"; return context.Request.Headers[[|Name|]];")]
    [InlineData("return context.Request.Headers[[|ForwardedHeadersDefaults.XForwardedForHeaderName|]];")]
    [InlineData("return context.Request.Headers[[|ForwardedHeadersDefaults.XOriginalForHeaderName|]];")]
    [InlineData("var options = new ForwardedHeadersOptions(); return context.Request.Headers[[|options.ForwardedForHeaderName|]];")]
    [InlineData("context.Request.Headers.TryGetValue([|\"True-Client-IP\"|], out var values); return values;")]
    [InlineData("return string.Join(',', context.Request.Headers.GetCommaSeparatedValues([|\"X-Forwarded-For\"|]));")]
    [InlineData("return context.Request.GetTypedHeaders().Get<string>([|\"X-Client-IP\"|]);")]
    [InlineData("return context.Request.GetTypedHeaders().GetList<string>([|\"X-Client-IP\"|])[0];")]
    [InlineData("return context.Request.GetTypedHeaders().Headers[[|\"X-Client-IP\"|]];")]
    [InlineData("var headers = context.Request.Headers; return headers[[|\"Fastly-Client-IP\"|]];")]
    [InlineData("return Names.Read(context.Request.Headers);")]
    [InlineData("return context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.Headers[[|\"Fly-Client-IP\"|]];")]
    [InlineData("return context.Request?.Headers[[|\"X-Original-For\"|]];")]
    [InlineData("IPAddress.TryParse(context.Request.Headers[[|\"X-Forwarded-For\"|]].FirstOrDefault(), out var address); return address?.ToString();")]
    public Task A_read_is_told(string body) => Rule.Verify(Handler(body));

    [Theory]
    [InlineData("return context.Request.Headers[\"X-Request-ID\"];")]
    [InlineData("return context.Request.Headers[\"X-Forwarded-Proto\"] + context.Request.Headers[ForwardedHeadersDefaults.XForwardedHostHeaderName];")]
    [InlineData("return context.Request.Headers.UserAgent;")]
    [InlineData("context.Request.Headers[\"X-Forwarded-For\"] = \"192.0.2.1\"; return null;")]
    [InlineData("context.Request.Headers.Append(\"X-Forwarded-For\", \"192.0.2.1\"); return null;")]
    [InlineData("context.Request.Headers.Add(new(\"X-Forwarded-For\", \"192.0.2.1\")); return null;")]
    [InlineData("context.Request.Headers.Remove(\"X-Forwarded-For\"); return null;")]
    [InlineData("return context.Request.Headers.ContainsKey(\"X-Forwarded-For\") ? \"proxied\" : \"direct\";")]
    [InlineData("return context.Response.Headers[\"X-Forwarded-For\"];")]
    [InlineData("var headers = context.Response.Headers; return headers[\"X-Forwarded-For\"];")]
    [InlineData("IHeaderDictionary responseHeaders = new HeaderDictionary(); return responseHeaders[\"X-Forwarded-For\"];")]
    [InlineData("return context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpResponseFeature>()!.Headers[\"X-Forwarded-For\"];")]
    [InlineData("var headers = new HeaderDictionary { [\"X-Forwarded-For\"] = \"192.0.2.1\" }; return headers.Count.ToString();")]
    [InlineData("using var request = new HttpRequestMessage(); request.Headers.TryGetValues(\"X-Forwarded-For\", out var values); return values?.First();")]
    [InlineData("var table = new Dictionary<string, string> { [\"X-Forwarded-For\"] = \"text\" }; return table[\"X-Forwarded-For\"];")]
    [InlineData("return context.Request.Query[\"Forwarded\"] + context.Request.Cookies[\"X-Real-IP\"];")]
    [InlineData("return \"X-Forwarded-For\";")]
    public Task A_write_and_everything_else_is_not(string body) => Rule.Verify(Handler(body));

    [Theory]
    [InlineData("[FromHeader(Name = [|\"X-Forwarded-For\"|])] string? address")]
    [InlineData("[FromHeader(Name = [|Names.RealIp|])] string? address")]
    [InlineData("[FromHeaderAttribute(Name = [|\"forwarded\"|])] string? address")]
    [InlineData("[FromHeader(Name = \"X-Request-ID\")] string? address")]
    [InlineData("[FromQuery(Name = \"X-Forwarded-For\")] string? address")]
    [InlineData("[FromHeader] string? forwarded")]
    public async Task Parameters_and_properties_of_handlers_are_looked_at(string parameter)
    {
        await Rule.Verify(MarkedProject.Program("", $"app.MapGet(\"/\", ({parameter}) => 1);") + HeaderNames.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal).Replace("headers[\"X-Real-IP\"]", "null", StringComparison.Ordinal));
        await Rule.Verify("using Microsoft.AspNetCore.Mvc;\nclass Model { " + parameter + " { get; set; } }\nclass Names { public const string RealIp = \"X-Real-IP\"; static void Main() { } }");
    }

    private const string HeaderNames = """

        static class Names
        {
            public const string RealIp = "X-Real-IP";
            public static string? Read(IHeaderDictionary headers) => headers[[|"X-Real-IP"|]];
        }
        """;

    private static string Handler(string body) => MarkedProject.Program("", $"app.MapGet(\"/\", string? (HttpContext context) => {{ {body} }});") + HeaderNames;
}
