using System.Net;

namespace Examples.Tests.NativeAot;

/// <summary>The example of Native AOT: published without a warning, and it decides as it does with the runtime.</summary>
public sealed class NativeAotTests(PublishedExample example) : IClassFixture<PublishedExample>
{
    private const string Subscriber = "127.0.0.2";
    private const string Stranger = "127.0.0.9";

    [Fact]
    public void It_is_published_without_a_warning_and_without_the_runtime()
    {
        SkipWithoutToolchain();

        Assert.DoesNotMatch(@"(?i)\bwarning \w+\d", example.PublishOutput);
        Assert.Contains("NativeAot", example.Files);
        Assert.DoesNotContain(example.Files, static file => file!.EndsWith(".dll", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/prices", Subscriber, HttpStatusCode.OK)]
    [InlineData("/prices/VND", Subscriber, HttpStatusCode.OK)]
    [InlineData("/prices/none", Subscriber, HttpStatusCode.NotFound)]
    [InlineData("/prices", Stranger, HttpStatusCode.Unauthorized)]
    [InlineData("/prices/none", Stranger, HttpStatusCode.Unauthorized)]
    [InlineData("/healthz", Stranger, HttpStatusCode.OK)]
    public async Task The_address_decides(string path, string from, HttpStatusCode expected)
    {
        SkipWithoutToolchain();
        using var client = Loopback.Client(from, example.Url);

        using var response = await client.GetAsync(path);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_refusal_is_the_same_as_with_the_runtime()
    {
        SkipWithoutToolchain();
        using var client = Loopback.Client(Stranger, example.Url);

        using var response = await client.GetAsync("/prices/VND");

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("IPAllowlist realm=\"client address\"", response.Headers.WwwAuthenticate.ToString());
        Assert.Contains("\"status\":401", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static void SkipWithoutToolchain() => Assert.SkipWhen(NativeToolchain.Missing is not null, NativeToolchain.Missing ?? "");
}
