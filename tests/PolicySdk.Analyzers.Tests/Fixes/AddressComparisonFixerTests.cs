using PolicySdk.CodeFixes.Pipeline;

namespace PolicySdk.Analyzers.Tests.Fixes;

/// <summary>PSDK7005: addresses are compared by <c>Equals</c>, whether or not one may be null.</summary>
public sealed class AddressComparisonFixerTests
{
    private static readonly AddressComparisonFixer Fixer = new();

    [Theory]
    [InlineData("known == other", "known.Equals(other)")]
    [InlineData("known != other && true", "!known.Equals(other) && true")]
    [InlineData("other == known", "object.Equals(other, known)")]
    [InlineData("!(other != known)", "!(!object.Equals(other, known))")]
    [InlineData("(other ?? known) == known", "(other ?? known).Equals(known)")]
    [InlineData("context.Connection.RemoteIpAddress == context?.Connection.LocalIpAddress", "object.Equals(context.Connection.RemoteIpAddress, context?.Connection.LocalIpAddress)")]
    [InlineData("known.ToString() == \"192.0.2.1\"", "known.Equals(IPAddress.Parse(\"192.0.2.1\"))")]
    [InlineData("\"2001:db8::1\" != known.ToString()", "!known.Equals(IPAddress.Parse(\"2001:db8::1\"))")]
    [InlineData("context.Connection.RemoteIpAddress?.ToString() == \"192.0.2.1\"", "object.Equals(context.Connection.RemoteIpAddress, IPAddress.Parse(\"192.0.2.1\"))")]
    [InlineData("context?.Connection.RemoteIpAddress?.ToString() != Office", "!object.Equals(context?.Connection.RemoteIpAddress, IPAddress.Parse(Office))")]
    public async Task It_compares_by_value(string before, string after) => Assert.Equal(Program(after), await FixCheck.Apply(Fixer, Program(before)));

    [Theory]
    [InlineData("known.ToString() == \"010.0.0.1\"")]
    [InlineData("known.ToString() == \"1.2\"")]
    [InlineData("known.ToString() == \"2001:DB8::1\"")]
    [InlineData("known.ToString() == \"fe80::1%3\"")]
    [InlineData("known.ToString() == \"localhost\"")]
    [InlineData("known.ToString() == context.Request.Host.Host")]
    [InlineData("known.ToString().StartsWith(\"10.\")")]
    [InlineData("known /* ours */ == other")]
    public async Task Nothing_where_it_would_mean_something_else(string condition) => await FixCheck.OffersNothing(Fixer, Program(condition));

    [Fact]
    public async Task Without_a_using_the_type_is_qualified()
    {
        const string Before = "class Filter\n{\n    bool Is(System.Net.IPAddress address) => address.ToString() == \"192.0.2.1\";\n\n    static void Main() { }\n}\n";

        Assert.Equal(Before.Replace("address.ToString() == \"192.0.2.1\"", "address.Equals(System.Net.IPAddress.Parse(\"192.0.2.1\"))"), await FixCheck.Apply(Fixer, Before));
    }

    [Fact]
    public async Task All_of_them() =>
        Assert.Equal(Program("known.Equals(other) || !object.Equals(other, known)"), await FixCheck.ApplyToAll(Fixer, Program("known == other || other != known")));

    private static string Program(string condition) => $$"""
        using System.Net;

        class Filter
        {
            const string Office = "192.0.2.9";

            bool Is(HttpContext context, IPAddress known, IPAddress? other) =>
                {{condition}};

            static void Main() { }
        }
        """;
}
