using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace PolicySdk.Enforcement;

/// <summary>Keeps answers to those that a policy allows from the next caller, who would be served without being asked.</summary>
/// <param name="services">The application's services.</param>
internal sealed class StoredAnswers(IServiceProvider services)
{
    // To look for a feature that is not there takes as long as several decisions.
    private readonly bool _mayCache = services.MayHave<IOutputCacheStore>();

    internal void Forbid(HttpContext context)
    {
        if (_mayCache && context.Features.Get<IOutputCacheFeature>() is { } cache)
        {
            cache.Context.AllowCacheStorage = false;
        }
    }
}
