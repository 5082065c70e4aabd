using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PolicySdk.Tests.Audit;
using PolicySdk.Tests.Kinds;

namespace PolicySdk.Tests;

/// <summary>A policy holds on every kind of endpoint, with the middleware and with none at all.</summary>
public sealed class EndpointKindTests
{
    private static readonly EndpointKinds[] Added = [MinimalApis.Kinds, Mvc.Kinds, RealTime.Kinds, Files.Kinds];

    private static readonly EndpointKind[] All = [.. Added.SelectMany(static kinds => kinds.Kinds), new("/late")];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Listed_callers_get_their_answer_and_others_are_refused_before_anything_runs(bool isEarly)
    {
        var later = new ChangingEndpoints();
        await using var app = await StartAsync(isEarly, later);
        later.Change(ChangingEndpoints.Create("/late", new RequireIpPolicyAttribute<TestPolicies.Office>()));
        var runs = app.Services.GetRequiredService<Runs>();

        await ExpectAsync(app, "127.0.0.77", static _ => 401);
        Assert.Equal(0, runs.Count);
        await ExpectAsync(app, "127.0.0.1", static kind => kind.Answer);
        var ran = runs.Count;
        Assert.NotEqual(0, ran);
        await ExpectAsync(app, "127.0.0.77", static _ => 401); // A stored answer is none of theirs.
        await ExpectAsync(app, "127.0.0.9", static _ => 401); // Blocked.
        Assert.Equal(ran, runs.Count);
    }

    private static async Task ExpectAsync(TestApp app, string from, Func<EndpointKind, int> answer)
    {
        using var caller = new TestCaller(from);
        var answers = new List<string>();
        foreach (var kind in All)
        {
            answers.Add($"{kind.Path}: {await caller.StatusAsync(app.BaseAddress, kind.Request())}");
        }

        Assert.Equal(All.Select(kind => $"{kind.Path}: {answer(kind)}"), answers);
    }

    private static Task<TestApp> StartAsync(bool isEarly, EndpointDataSource later) => TestApp.StartAsync(
        app =>
        {
            if (isEarly)
            {
                app.UseIpPolicies();
            }

            app.UseWebSockets();
            app.UseAntiforgery();
            app.UseOutputCache();
            foreach (var kinds in Added)
            {
                kinds.Map(app);
            }

            ((IEndpointRouteBuilder)app).DataSources.Add(later);
        },
        build: static builder =>
        {
            builder.Services.AddSingleton<Runs>();
            foreach (var kinds in Added)
            {
                kinds.Add(builder);
            }
        });
}
