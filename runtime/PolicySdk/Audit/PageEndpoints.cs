using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Audit;

/// <summary>Loads pages as routing does: only the endpoint of a loaded page has the attributes of its model.</summary>
internal sealed class PageEndpoints(IServiceProvider services)
{
    /// <summary>The endpoint that runs for a request.</summary>
    internal async ValueTask<Endpoint> LoadAsync(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
            ? (await services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata)).Endpoint ?? endpoint
            : endpoint;
}
