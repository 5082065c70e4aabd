// No Startup class: the pipeline is written into ConfigureWebHost, as in self-hosted tools and older tests.
using System.Net;

var host = new HostBuilder()
    .ConfigureWebHost(web =>
    {
        web.UseKestrel(options => options.Listen(IPAddress.Loopback, 5001));
        web.ConfigureServices(services =>
        {
            services.AddRouting();
            services.AddIpPolicies(options => options.AllowRequestsFromTrustedProxies = true);
        });
        web.Configure((context, app) =>
        {
            app.UseRouting();
            app.UseIpPolicies();
            app.UseEndpoints(endpoints =>
            {
                var api = endpoints.MapGroup("/api").RequireIpPolicy<IpPolicies.Admin>();
                if (context.HostingEnvironment.IsDevelopment())
                {
                    api.MapGet("/environment", () => context.HostingEnvironment.EnvironmentName);
                }

                api.MapPost("/stop", (IHostApplicationLifetime lifetime) => lifetime.StopApplication());
            });
        });
    })
    .Build();

await host.StartAsync();
await host.WaitForShutdownAsync();
