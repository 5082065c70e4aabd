namespace PolicySdk.Tests.Faults;

/// <summary>Whatever is broken: the endpoint does not run, the request is refused and counted once, and the server goes on.</summary>
public sealed class FaultTests
{
    private const int Many = 24;

    private static readonly Dictionary<string, Fault> Table =
        ((Fault[])[.. LogFaults.All, .. MeterFaults.All, .. ActivityFaults.All, .. AddressFaults.All, .. PolicyFaults.All, .. EndpointFaults.All, .. ClientFaults.All, .. RequestFaults.All, .. AnswerFaults.All, .. OptionFaults.All, .. ClockFaults.All])
        .ToDictionary(static fault => fault.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_refuses(string name)
    {
        var fault = Table[name];
        await using var app = await FaultyApp.StartAsync(fault);

        var answer = await fault.Call(app);
        if (!fault.IsBeforePipeline)
        {
            await app.EndedAsync();
        }

        Assert.Equal(fault.Answer, answer.Status);
        Assert.Equal(0, app.Runs);
        AssertCounted(app, fault);
        AssertSilent(app, answer);
        Assert.Equal("200", await app.HealthyAsync());
        Assert.Equal(fault.IsPermanent ? 0 : 1, app.Runs);
    }

    [Theory]
    [InlineData("a log that throws")]
    [InlineData("a policy that throws")]
    [InlineData("a selector that throws")]
    [InlineData("OnRejected throws")]
    public async Task Many_at_once_are_refused_and_counted_one_by_one(string name)
    {
        var fault = Table[name];
        await using var app = await FaultyApp.StartAsync(fault);

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => fault.Call(app)));
        await app.EndedAsync(Many);

        Assert.All(answers, answer => Assert.Equal(fault.Answer, answer.Status));
        Assert.Equal(0, app.Runs);
        Assert.Equal(Many, app.Rejections.Count);
        Assert.Equal(Enumerable.Repeat(fault.Result, Many), Results(app));
        Assert.Equal("200", await app.HealthyAsync());
    }

    private static void AssertCounted(FaultyApp app, Fault fault)
    {
        Assert.Equal(fault.IsBeforePipeline ? 0 : 1, app.Rejections.Count);
        Assert.All(app.Rejections.Recent, Assert.NotNull);
        if (!fault.IsMeterBroken)
        {
            Assert.Equal(fault.IsBeforePipeline ? [] : [fault.Result], Results(app));
        }
    }

    // A probe may have been answered meanwhile.
    private static IEnumerable<object?> Results(FaultyApp app) =>
        app.App.Requests.GetMeasurementSnapshot().Select(static one => one.Tags["policysdk.result"]).Where(static result => result is not "any_address");

    private static void AssertSilent(FaultyApp app, Answer answer)
    {
        Assert.DoesNotContain(Broken.Secret, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ok", answer.Text.Split('\n'));
        Assert.DoesNotContain(app.App.Logs, static record => record.Message.Contains(Broken.Secret, StringComparison.Ordinal));
    }
}
