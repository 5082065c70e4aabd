// The package is referenced, and no policy is used anywhere yet: files and branches are the application's own affair.
using Microsoft.Extensions.FileProviders;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDirectoryBrowser();

var app = builder.Build();

app.UseDefaultFiles();
app.UseStaticFiles();
app.UseStaticFiles(new StaticFileOptions
{
    FileProvider = new PhysicalFileProvider(Path.Combine(app.Environment.ContentRootPath, "Files")),
    RequestPath = "/files",
});
app.Map("/branch", branch => branch.Run(context => context.Response.WriteAsync("branch")));
app.Run(context => context.Response.WriteAsync("whatever"));
app.Run();
