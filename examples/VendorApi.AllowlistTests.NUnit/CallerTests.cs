using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace VendorApi.AllowlistTests.NUnit;

/// <summary>Requests from chosen addresses, through the whole application.</summary>
public sealed class CallerTests
{
    [Test]
    public Task Operators_see_what_was_refused() => AskAsync("/admin/rejections", new TestCaller("192.0.2.17"), HttpStatusCode.OK);

    [Test]
    public Task Customers_do_not() => AskAsync("/admin/rejections", new TestCaller("203.0.113.7") { Client = "acme-prod" }, HttpStatusCode.Unauthorized);

    [Test]
    public Task Prospects_are_let_in_until_the_list_holds() => AskAsync("/sandbox/prices/VND", new TestCaller("8.8.8.8") { At = new(2034, 6, 30, 23, 59, 0, TimeSpan.Zero) }, HttpStatusCode.OK);

    [Test]
    public Task And_not_after() => AskAsync("/sandbox/prices/VND", new TestCaller("8.8.8.8") { At = new(2034, 7, 1, 0, 1, 0, TimeSpan.Zero) }, HttpStatusCode.Unauthorized);

    private static async Task AskAsync(string path, TestCaller caller, HttpStatusCode expected)
    {
        await using var application = new WebApplicationFactory<Program>();
        var factory = application.WithWebHostBuilder(static builder => builder.UseEnvironment("Production").UseTestCallers());
        using var client = factory.CreateClientFrom(caller, factory.ClientOptions);
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(expected));
    }
}
