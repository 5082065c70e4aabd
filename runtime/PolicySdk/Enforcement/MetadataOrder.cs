using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace PolicySdk.Enforcement;

/// <summary>
/// The order of what an endpoint's metadata says of addresses. Frameworks put it there in orders of their own: a class before its base,
/// attributes before what is chained to the call that maps many classes.
/// </summary>
internal static class MetadataOrder
{
    // Dynamic endpoints ask for each request.
    private static readonly ConditionalWeakTable<EndpointMetadataCollection, Attribute[]> Known = [];

    /// <summary>The policies and the reasons to be open, nearest last.</summary>
    internal static Attribute[] NearestLast(IReadOnlyList<object> metadata) => metadata is EndpointMetadataCollection collection
        ? Known.GetValue(collection, Sort)
        : Sort(metadata);

    private static Attribute[] Sort(IReadOnlyList<object> metadata)
    {
        var found = new List<(Attribute Item, int Index)>();
        for (var i = 0; i < metadata.Count; i++)
        {
            if (metadata[i] is RequireIpPolicyAttribute or AllowAnyAddressAttribute)
            {
                found.Add(((Attribute)metadata[i], i));
            }
        }

        var handler = EndpointHandler.Of(metadata);
        if (found.Count < 2)
        {
            return [.. found.Select(static one => one.Item), .. handler.PoliciesOfMembers];
        }

        var ranked = found.ConvertAll(one => (one.Item, Nearness: handler.NearnessOf(one.Item, one.Index), IsOfFunction: handler.IsOfFunction(one.Item)));
        var firstOfFunction = ranked.FindIndex(static one => one.IsOfFunction);
        return [.. ranked
            .Select((one, place) => (one.Item, one.Nearness, Place: one.IsOfFunction ? firstOfFunction : place))
            .OrderBy(static one => one.Nearness)
            .ThenBy(static one => one.Nearness > EndpointHandler.Around ? 0 : one.Place)
            .ThenBy(static one => one.Item is RequireIpPolicyAttribute) // One place says both: refuse.
            .Select(static one => one.Item), .. handler.PoliciesOfMembers];
    }
}
