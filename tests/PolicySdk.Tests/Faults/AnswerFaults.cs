using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Faults;

/// <summary>What writes the answer of a refusal fails.</summary>
internal static class AnswerFaults
{
    internal static Fault[] All =>
    [
        OnRejected("OnRejected throws", static _ => throw Broken.Exception),
        OnRejected("OnRejected throws later", static async _ =>
        {
            await Task.Yield();
            throw Broken.Exception;
        }),
        OnRejected("OnRejected failed before it began", static _ => ValueTask.FromException(Broken.Exception)),
        OnRejected("OnRejected is canceled", static _ => ValueTask.FromCanceled(new(canceled: true))),
        OnRejected("OnRejected throws after it began to answer", static async rejected =>
        {
            await rejected.HttpContext.Response.StartAsync();
            throw Broken.Exception;
        }) with { Answer = Answer.Reset },
        OnRejected("OnRejected aborts the request", static rejected =>
        {
            rejected.HttpContext.Abort();
            return default;
        }) with { Answer = Answer.Reset },
        OnRejected("OnRejected says 200 and writes nothing", static rejected =>
        {
            rejected.HttpContext.Response.StatusCode = StatusCodes.Status200OK;
            return default;
        }),
        OnRejected("OnRejected says 204 and writes nothing", static rejected =>
        {
            rejected.HttpContext.Response.StatusCode = StatusCodes.Status204NoContent;
            return default;
        }),
        OnRejected("OnRejected takes the request for another", static rejected =>
        {
            rejected.HttpContext.SetEndpoint(null);
            rejected.HttpContext.Request.Path = "/healthz";
            return default;
        }),
        OnRejected("OnRejected never ends, for a caller who hangs up", static async rejected =>
        {
            rejected.HttpContext.RequestServices.GetRequiredService<FaultyApp>().Reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, rejected.HttpContext.RequestAborted);
        }) with
        {
            Answer = Answer.HungUp,
            Call = static async app =>
            {
                using var hangsUp = new CancellationTokenSource();
                var answer = app.CallAsync(hangsUp.Token);
                await app.ReachedAsync();
                Assert.Equal("200", await app.ProbeAsync());
                await app.EndedAsync();
                await hangsUp.CancelAsync();
                return await answer;
            },
        },
        Options("a reference that throws", static options => options.ReferenceId = static _ => throw Broken.Exception),
        Options("a reference of many lines", static options => options.ReferenceId = static _ => "R-1\r\nok\r\nSet-Cookie: a=b"),
        Options("a reference that says 200", static options => options.ReferenceId = static context =>
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            return "R-1";
        }),
        Problems("problem details that throw", static _ => throw Broken.Exception),
        Problems("problem details that say 200 and throw", static context =>
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            throw Broken.Exception;
        }),
        Problems("problem details that say 200 and write nothing", static context =>
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            return new(false);
        }),
        Problems("problem details that say 200 and that they are written", static context =>
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            return new(true);
        }),
        Problems("problem details that write with 200", static async context =>
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            await context.Response.WriteAsync("welcome");
            return true;
        }),
        Problems("problem details that throw in the middle", static async context =>
        {
            await context.Response.WriteAsync("half");
            throw Broken.Exception;
        }) with { Answer = Answer.Reset },
        Problems("problem details that promise more than they write", static async context =>
        {
            context.Response.ContentLength = 1000;
            await Task.Yield();
            throw Broken.Exception;
        }),
    ];

    private static Fault Options(string name, Action<IpPolicyOptions> options) => new(name)
    {
        Guard = static endpoint => endpoint.RequireIpPolicy<BrokenPolicies.Throwing>(),
        Options = options,
    };

    private static Fault OnRejected(string name, Func<IpPolicyRejectedContext, ValueTask> onRejected) => Options(name, options => options.OnRejected = onRejected);

    private static Fault Problems(string name, Func<HttpContext, ValueTask<bool>> write) => new(name)
    {
        Guard = static endpoint => endpoint.RequireIpPolicy<BrokenPolicies.Throwing>(),
        Build = builder => builder.Services.AddSingleton<IProblemDetailsService>(new ProblemService(write)),
    };

    private sealed class ProblemService(Func<HttpContext, ValueTask<bool>> write) : IProblemDetailsService
    {
        public async ValueTask WriteAsync(ProblemDetailsContext context) => await write(context.HttpContext);

        public ValueTask<bool> TryWriteAsync(ProblemDetailsContext context) => write(context.HttpContext);
    }
}
