using System.Net;

namespace VendorApi.AllowlistTests;

/// <summary>Requests from chosen addresses, through the whole application.</summary>
public sealed class CallerTests(VendorFactory factory) : IClassFixture<VendorFactory>
{
    [Fact]
    public Task Operators_see_what_was_refused() => AskAsync("/admin/rejections", new TestCaller("192.0.2.17"), HttpStatusCode.OK);

    [Fact]
    public Task Customers_do_not() => AskAsync("/admin/rejections", new TestCaller("203.0.113.7") { Client = "acme-prod" }, HttpStatusCode.Unauthorized);

    [Fact]
    public Task Prospects_are_let_in_until_the_list_holds() => AskAsync("/sandbox/prices/VND", new TestCaller("8.8.8.8") { At = new(2034, 6, 30, 23, 59, 0, TimeSpan.Zero) }, HttpStatusCode.OK);

    [Fact]
    public Task And_not_after() => AskAsync("/sandbox/prices/VND", new TestCaller("8.8.8.8") { At = new(2034, 7, 1, 0, 1, 0, TimeSpan.Zero) }, HttpStatusCode.Unauthorized);

    private async Task AskAsync(string path, TestCaller caller, HttpStatusCode expected)
    {
        using var client = factory.CreateClientFrom(caller, factory.ClientOptions);
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
    }
}
