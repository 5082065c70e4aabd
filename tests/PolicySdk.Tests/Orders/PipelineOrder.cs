using Microsoft.AspNetCore.Builder;

namespace PolicySdk.Tests.Orders;

/// <summary>A call that builds a pipeline.</summary>
internal enum Step
{
    Routing,
    ForwardedHeaders,
    Authentication,
    Authorization,
    Policies,

    /// <summary>Where endpoints run that are not short-circuited; always last.</summary>
    Endpoints,
}

/// <summary>The steps in the order in which an application calls them.</summary>
internal sealed record PipelineOrder(IReadOnlyList<Step> Steps)
{
    /// <summary>All orders of the first five steps.</summary>
    internal static IReadOnlyList<PipelineOrder> All { get; } =
    [
        .. Permutations([Step.Routing, Step.ForwardedHeaders, Step.Authentication, Step.Authorization, Step.Policies])
            .Select(static steps => new PipelineOrder([.. steps, Step.Endpoints])),
    ];

    /// <summary>Whether a request comes by the steps in this order.</summary>
    internal bool Has(params ReadOnlySpan<Step> steps)
    {
        var last = -1;
        foreach (var step in steps)
        {
            var place = ((List<Step>)[.. Steps]).IndexOf(step);
            if (place < last)
            {
                return false;
            }

            last = place;
        }

        return true;
    }

    internal void Build(WebApplication app)
    {
        foreach (var step in Steps)
        {
            _ = step switch
            {
                Step.Routing => app.UseRouting(),
                Step.ForwardedHeaders => app.UseForwardedHeaders(),
                Step.Authentication => app.UseAuthentication(),
                Step.Authorization => app.UseAuthorization(),
                Step.Policies => app.UseIpPolicies(),
                _ => app.UseEndpoints(static _ => { }),
            };
        }
    }

    public override string ToString() => string.Join(", ", Steps);

    private static IEnumerable<IEnumerable<Step>> Permutations(IReadOnlyList<Step> steps) => steps.Count == 0
        ? [[]]
        : steps.SelectMany(first => Permutations([.. steps.Where(step => step != first)]).Select(rest => rest.Prepend(first)));
}
