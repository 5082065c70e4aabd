// A self-hosted tool: endpoints first, and whatever is left is answered by the last middleware.
var host = Host.CreateDefaultBuilder(args)
    .ConfigureWebHostDefaults(web => web
        .ConfigureServices(services => services.AddRouting().AddIpPolicies())
        .Configure(app =>
        {
            app.UseRouting();
            app.UseIpPolicies();
            app.UseEndpoints(endpoints =>
            {
                endpoints.MapGet("/", context => context.Response.WriteAsync("home")); //!! PSDK6001 MapGet
                endpoints.MapPost("/", context => context.Response.WriteAsync("posted")).RequireIpPolicy<IpPolicies.Office>();
            });
            app.Run(async context => //!! PSDK6006 Run
            {
                context.Response.StatusCode = 404;
                await context.Response.WriteAsync("nothing here");
            });
        }))
    .Build();

host.Run();
