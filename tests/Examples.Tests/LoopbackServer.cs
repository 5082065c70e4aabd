using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Examples.Tests;

/// <summary>A server beside an example, on a port that the system picks.</summary>
internal static class LoopbackServer
{
    internal static WebApplication Create()
    {
        // Reads no settings: those of the examples lie in one folder with the tests.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder.Build();
    }
}
