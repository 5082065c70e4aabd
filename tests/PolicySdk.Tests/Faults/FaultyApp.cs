using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Faults;

/// <summary>An application with a fault. Only requests that ask for it meet it.</summary>
internal sealed class FaultyApp : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Fault _fault;
    private readonly SemaphoreSlim _ended = new(0);
    private TestApp? _app;
    private int _runs;

    private FaultyApp(Fault fault) => _fault = fault;

    internal TestApp App => _app!;

    /// <summary>Whether only healthy requests follow.</summary>
    internal bool IsHealed { get; private set; }

    /// <summary>How often the endpoint's own delegate ran.</summary>
    internal int Runs => _runs;

    /// <summary>Ends when the fault's moment has come: for what has to happen just then.</summary>
    internal TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal IIpPolicyRejections Rejections => App.Services.GetRequiredService<IIpPolicyRejections>();

    internal static async Task<FaultyApp> StartAsync(Fault fault)
    {
        var started = new FaultyApp(fault);
        started._app = await TestApp.StartAsync(started.Map, fault.Options, started.Build);
        return started;
    }

    /// <summary>Calls the endpoint with the fault.</summary>
    internal Task<Answer> CallAsync(CancellationToken hangsUp = default, params ReadOnlySpan<(string Name, string Value)> headers) =>
        SendAsync("/", _fault.From, hangsUp, [.. headers, (Broken.Header, "1")]);

    /// <summary>Calls without the fault.</summary>
    internal async Task<string> HealthyAsync()
    {
        IsHealed = true;
        return (await SendAsync(_fault.IsPermanent ? "/healthz" : "/", _fault.From, CancellationToken.None, [])).Status;
    }

    internal async Task<string> ProbeAsync() => (await SendAsync("/healthz", "127.0.0.1", CancellationToken.None, [])).Status;

    /// <summary>Waits until the server is done with requests: a caller may know first.</summary>
    internal async Task EndedAsync(int requests = 1)
    {
        for (var i = 0; i < requests; i++)
        {
            Assert.True(await _ended.WaitAsync(Patience, TestContext.Current.CancellationToken), "The request did not end.");
        }
    }

    internal Task ReachedAsync() => Reached.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _ended.Dispose();
    }

    private void Build(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(this);
        builder.Services.AddOutputCache();
        _fault.Build?.Invoke(builder);
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new Beginning(this)));
    }

    private void Map(WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (Broken.Now)
            {
                _fault.Then?.Invoke(context);
            }

            return next(context);
        });
        _fault.Pipeline?.Invoke(app);
        app.UseRouting();
        _fault.Guard(app.Map("/", context =>
        {
            Interlocked.Increment(ref _runs);
            return context.Response.WriteAsync("ok");
        }));
        app.Map("/healthz", static context => context.Response.WriteAsync("ok")).AllowAnyAddress("probed");
    }

    private async Task<Answer> SendAsync(string path, string from, CancellationToken hangsUp, (string Name, string Value)[] headers)
    {
        using var caller = new TestCaller(from);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        try
        {
            using var response = await caller.SendAsync(App.BaseAddress, request).WaitAsync(Patience, hangsUp);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new(((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture), response.Headers + body);
        }
        catch (HttpRequestException)
        {
            return new(Answer.Reset, "");
        }
        catch (OperationCanceledException) when (hangsUp.IsCancellationRequested)
        {
            return new(Answer.HungUp, "");
        }
    }

    /// <summary>Stands in front of all other filters, and sees a request end when all of them are done with it.</summary>
    private sealed class Beginning(FaultyApp app) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => pipeline =>
        {
            pipeline.Use(async (context, following) =>
            {
                try
                {
                    Broken.Now = context.Request.Headers.ContainsKey(Broken.Header);
                    if (Broken.Now)
                    {
                        app._fault.First?.Invoke(context);
                    }

                    await following(context);
                }
                finally
                {
                    app._ended.Release();
                }
            });
            next(pipeline);
        };
    }
}
