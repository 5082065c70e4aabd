using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;

namespace PolicySdk.Tests.Kinds;

/// <summary>Files that are served by endpoints.</summary>
internal static class Files
{
    internal static readonly EndpointKinds Kinds = new([new("/" + Route), new("/spa/any")], static _ => { }, Map);

    private const string Name = "PolicySdk.Tests.deps.json";
    private const string Route = "assets/app.json";

    private static void Map(WebApplication app)
    {
        var files = new PhysicalFileProvider(AppContext.BaseDirectory);
        app.Environment.WebRootFileProvider = files;
        app.MapFallbackToFile("/spa/{*path:nonfile}", Name, new StaticFileOptions { FileProvider = files }).RequireIpPolicy<TestPolicies.Office>();
        var manifest = Path.GetTempFileName();
        try
        {
            File.WriteAllText(manifest, Manifest(files.GetFileInfo(Name)));
            app.MapStaticAssets(manifest).RequireIpPolicy<TestPolicies.Office>();
        }
        finally
        {
            File.Delete(manifest);
        }
    }

    // What a build writes beside the application.
    private static string Manifest(IFileInfo file) => JsonSerializer.Serialize(new
    {
        Version = 1,
        ManifestType = "Publish",
        Endpoints = new[]
        {
            new
            {
                Route,
                AssetFile = Name,
                Selectors = Array.Empty<object>(),
                ResponseHeaders = new[]
                {
                    new { Name = "Content-Length", Value = file.Length.ToString(CultureInfo.InvariantCulture) },
                    new { Name = "Content-Type", Value = "application/json" },
                    new { Name = "ETag", Value = "\"1\"" },
                    new { Name = "Last-Modified", Value = "Tue, 01 Jan 2030 00:00:00 GMT" },
                },
                EndpointProperties = Array.Empty<object>(),
            },
        },
    });
}
