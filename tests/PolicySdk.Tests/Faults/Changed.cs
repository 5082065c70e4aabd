using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PolicySdk.Tests.Faults;

/// <summary>Options of a running application that somebody changes, which nothing validates again.</summary>
internal static class Changed
{
    internal static Action<WebApplication> For(Action<IpPolicyOptions> change, Action<IpPolicyOptions> restore) => app => app.Use((context, next) =>
    {
        var options = context.RequestServices.GetRequiredService<IOptions<IpPolicyOptions>>().Value;
        (Broken.Now ? change : restore)(options);
        return next(context);
    });
}
