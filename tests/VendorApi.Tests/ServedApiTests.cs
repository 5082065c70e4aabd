using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace VendorApi.Tests;

/// <summary>The example as a server, configured as its README says.</summary>
public sealed partial class ServedApiTests
{
    private const string Token = "vendor_of-this-test-only";

    private static readonly string[] OnAnyPort = ["--urls", "http://127.0.0.1:0"];
    private static readonly (string, string) Development = ("ASPNETCORE_ENVIRONMENT", "Development");
    private static readonly (string, string) Production = ("ASPNETCORE_ENVIRONMENT", "Production");
    private static readonly (string, string) AcmeToken = ("ApiTokens__acme-prod", Hash(Token));

    [Fact]
    public async Task A_customer_reads_its_own_data_from_its_own_address()
    {
        await using var server = ExampleProcess.Start(OnAnyPort, Development, AcmeToken);
        using var acme = Caller.From("127.0.0.2", await server.WaitForUrlAsync(), Token);

        Assert.Equal(1200, (await acme.GetFromJsonAsync<Holding[]>("/v1/holdings/core"))![0].Quantity);
        Assert.Equal("VND", (await acme.GetFromJsonAsync<Price>("/v1/prices/VND"))!.Symbol);
        Assert.Equal(3, (await acme.GetFromJsonAsync<Price[]>("/v1/prices"))!.Length);
        Assert.Equal(HttpStatusCode.NotFound, (await acme.GetAsync("/v1/holdings/other")).StatusCode);
    }

    [Fact]
    public async Task Everybody_else_gets_401_and_learns_nothing_of_the_list()
    {
        await using var server = ExampleProcess.Start(OnAnyPort, Development, AcmeToken);
        var url = await server.WaitForUrlAsync();
        using var birchAddress = Caller.From("127.0.0.3", url, Token);
        using var nobodysAddress = Caller.From("127.0.0.9", url, Token);

        foreach (var caller in new[] { birchAddress, nobodysAddress })
        {
            using var response = await caller.GetAsync("/v1/holdings/core");
            var body = await response.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.DoesNotMatch("127\\.0\\.0|data-api|acme", body);
        }

        Assert.Contains("from 127.0.0.3, client acme-prod: not_listed", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, server.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Bearer")]
    [InlineData("vendor_wrong", "Bearer error=\"invalid_token\"")]
    public async Task From_the_right_address_a_token_is_still_needed(string? token, string challenge)
    {
        await using var server = ExampleProcess.Start(OnAnyPort, Development, AcmeToken);
        using var caller = Caller.From("127.0.0.2", await server.WaitForUrlAsync(), token);

        using var response = await caller.GetAsync("/v1/prices/VND");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(challenge, response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_caller_from_anywhere_can_ask_for_its_address()
    {
        await using var server = ExampleProcess.Start(OnAnyPort, Development, AcmeToken);
        using var caller = Caller.From("127.0.0.9", await server.WaitForUrlAsync());

        Assert.Equal("{\"address\":\"127.0.0.9\"}", await caller.GetStringAsync("/me/address"));
        Assert.Equal("Healthy", await caller.GetStringAsync("/healthz"));
    }

    [Fact]
    public async Task The_reference_that_a_customer_reads_out_leads_an_administrator_to_the_reason()
    {
        await using var server = ExampleProcess.Start(OnAnyPort, Development, AcmeToken);
        var url = await server.WaitForUrlAsync();
        using var customer = Caller.From("127.0.0.3", url, Token);
        using var administrator = Caller.From("127.0.0.6", url);

        using var refusal = await customer.GetAsync("/v1/holdings/core?key=secret");
        var reference = (await refusal.Content.ReadFromJsonAsync<Problem>())!.Reference;
        var text = await administrator.GetStringAsync("/admin/rejections");
        var rejection = Assert.Single(await administrator.GetFromJsonAsync<Rejection[]>("/admin/rejections") ?? []);

        Assert.Matches("^R-[0-9A-F]{8}$", reference);
        Assert.Equal(new("127.0.0.3", "acme-prod", "not_listed", "data-api", null, reference), rejection);
        Assert.DoesNotMatch($"secret|{Token}", text);
        Assert.Equal(HttpStatusCode.Unauthorized, (await customer.GetAsync("/admin/rejections")).StatusCode);
    }

    [Fact]
    public async Task Behind_the_load_balancer_a_customer_has_its_own_address()
    {
        await using var server = ExampleProcess.Start(OnAnyPort, Production, AcmeToken);
        using var loadBalancer = Caller.From("127.0.0.10", await server.WaitForUrlAsync(), Token);

        Assert.Equal(HttpStatusCode.Unauthorized, (await loadBalancer.GetAsync("/v1/holdings/core")).StatusCode);
        loadBalancer.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        Assert.Equal(HttpStatusCode.OK, (await loadBalancer.GetAsync("/v1/holdings/core")).StatusCode);
        Assert.Equal("{\"address\":\"203.0.113.7\"}", await loadBalancer.GetStringAsync("/me/address"));
    }

    [Fact]
    public async Task A_webhook_needs_the_address_and_the_signature()
    {
        await using var server = ExampleProcess.Start(OnAnyPort, Development, AcmeToken, ("GitHub__WebhookSecret", "secret"));
        var url = await server.WaitForUrlAsync();
        var signature = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("secret"u8, "{}"u8));

        Assert.Equal(HttpStatusCode.Accepted, await DeliverAsync("127.0.0.20", url, signature));
        Assert.Equal(HttpStatusCode.Forbidden, await DeliverAsync("127.0.0.20", url, signature.Replace('0', '1')));
        Assert.Equal(HttpStatusCode.Unauthorized, await DeliverAsync("127.0.0.2", url, signature));
    }

    [Fact]
    public async Task Without_configured_tokens_a_developer_gets_random_ones()
    {
        await using var server = ExampleProcess.Start(OnAnyPort, Development);
        var url = await server.WaitForUrlAsync();
        var token = (await server.WaitForAsync(PrintedToken)).Groups["token"].Value;
        using var acme = Caller.From("127.0.0.2", url, token);

        Assert.Equal(HttpStatusCode.OK, (await acme.GetAsync("/v1/prices/VND")).StatusCode);
    }

    [Fact]
    public async Task Without_configured_tokens_nobody_has_one_in_Production()
    {
        await using var server = ExampleProcess.Start(OnAnyPort, Production);
        using var caller = Caller.From("127.0.0.2", await server.WaitForUrlAsync(), Token);

        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.GetAsync("/v1/prices/VND")).StatusCode);
        Assert.Equal("Healthy", await caller.GetStringAsync("/healthz"));
        Assert.DoesNotMatch(PrintedToken, server.Output);
    }

    [Theory]
    [InlineData("ApiTokens__acme-prod", "not-a-hash", "ApiTokens:acme-prod must be the SHA-256 of a token")]
    [InlineData("ApiTokens__acme-prd", "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8", "ApiTokens:acme-prd is the token of a client that")]
    public async Task A_wrong_setting_keeps_it_from_starting_and_is_not_printed(string name, string value, string message)
    {
        await using var server = ExampleProcess.Start(OnAnyPort, Production, (name, value));

        Assert.NotEqual(0, await server.WaitForExitAsync());
        Assert.Contains(message, server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(value, server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_token_comes_with_its_hash()
    {
        await using var first = ExampleProcess.Start(["--new-token"]);
        await using var second = ExampleProcess.Start(["--new-token"]);
        Assert.Equal(0, await first.WaitForExitAsync());
        Assert.Equal(0, await second.WaitForExitAsync());

        var (token, hash) = (NewToken.Match(first.Output).Groups["token"].Value, NewToken.Match(first.Output).Groups["hash"].Value);
        Assert.Equal(Hash(token), hash);
        Assert.NotEqual(token, NewToken.Match(second.Output).Groups["token"].Value);
    }

    private static async Task<HttpStatusCode> DeliverAsync(string from, Uri url, string signature)
    {
        using var caller = Caller.From(from, url);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/github") { Content = new ByteArrayContent("{}"u8.ToArray()) };
        request.Headers.Add("X-Hub-Signature-256", signature);
        using var response = await caller.SendAsync(request);
        return response.StatusCode;
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    [GeneratedRegex(@"(?m)^ *acme-prod +(?<token>vendor_\S{43})\n")]
    private static partial Regex PrintedToken { get; }

    [GeneratedRegex(@"token: (?<token>vendor_\S{43})\nhash:  (?<hash>[0-9a-f]{64})\n")]
    private static partial Regex NewToken { get; }

    private sealed record Problem(string Reference);

    private sealed record Rejection(string? Address, string? ClientId, string Reason, string? Policy, string? Entry, string Reference);

    private sealed record Holding(string Symbol, int Quantity);

    private sealed record Price(string Symbol, decimal Close);
}
