using System.Text;

namespace Examples.Tests.OpenTelemetry;

/// <summary>What a collector receives of the decisions.</summary>
public sealed class OpenTelemetryTests(ExportedExample example) : IClassFixture<ExportedExample>
{
    [Fact]
    public void The_counter_arrives_by_policy_and_result() => Assert.Equal(
        [("subscribers", "listed", 1UL), ("subscribers", "not_listed", 2UL)],
        example.Counts.Select(static count => (count.Key.Policy, count.Key.Result, count.Value)).Order());

    [Fact]
    public void The_span_of_each_request_has_the_policy_and_the_result()
    {
        Assert.Equal(["listed", "not_listed", "not_listed"], example.Spans.Select(static span => span.Attributes["policysdk.result"]).Order());
        Assert.All(example.Spans, static span => Assert.Equal("subscribers", span.Attributes["policysdk.policy"]));
    }

    [Fact]
    public void A_rejection_arrives_as_a_log_record_with_its_properties_in_the_trace_of_its_request()
    {
        Assert.Equal(2, example.Rejections.Count);
        Assert.All(example.Rejections, record =>
        {
            Assert.Equal("Warning", record.Severity);
            Assert.Equal((ExportedExample.Stranger, "not_listed", "subscribers"), (record.Attributes["Address"], record.Attributes["Reason"], record.Attributes["Policy"]));
            Assert.Equal("not_listed", Assert.Single(example.Spans, span => span.TraceId == record.TraceId).Attributes["policysdk.result"]);
        });
    }

    [Theory]
    [InlineData("metrics")]
    [InlineData("traces")]
    [InlineData("logs")]
    public void No_credential_and_no_query_string_is_exported(string signal)
    {
        Assert.NotEmpty(example.Receiver.Of(signal));
        Assert.All(example.Receiver.Of(signal), static export =>
        {
            Assert.DoesNotContain(ExportedExample.Credential, Encoding.Latin1.GetString(export), StringComparison.Ordinal);
            Assert.DoesNotContain(ExportedExample.QueryValue, Encoding.Latin1.GetString(export), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_address_is_in_metrics_and_tags()
    {
        Assert.All(example.Receiver.Of("metrics"), static export => Assert.DoesNotContain("127.0.0.", Encoding.Latin1.GetString(export), StringComparison.Ordinal));
        Assert.All(
            example.Spans.SelectMany(static span => span.Attributes).Where(static tag => tag.Key.StartsWith("policysdk.", StringComparison.Ordinal)),
            static tag => Assert.DoesNotContain("127.0.0.", tag.Value, StringComparison.Ordinal));
    }
}
