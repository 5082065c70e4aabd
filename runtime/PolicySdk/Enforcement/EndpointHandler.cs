using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace PolicySdk.Enforcement;

/// <summary>The class that handles an endpoint, as far as the metadata tells. A lambda is none: what is chained to it is nearer than its attributes.</summary>
/// <param name="places">Where its attributes stand: methods, then classes, each before what it overrides or derives from.</param>
/// <param name="mayBeAttribute">Whether the item at an index may be an attribute that none of these places has.</param>
/// <param name="members">Methods of which one request may call any, or several: nobody can tell which when it is matched.</param>
/// <param name="function">The lambda or method that is the handler itself, or null.</param>
internal sealed class EndpointHandler(
    IReadOnlyList<MemberInfo> places, Func<int, bool> mayBeAttribute, IEnumerable<MethodInfo>? members = null, MethodInfo? function = null)
{
    /// <summary>The nearness of what is said around the class: where it is mapped, or on a group. It is ordered by the metadata.</summary>
    internal const int Around = 0;

    private const int FarthestAttribute = 1;
    private const int NearestAttribute = int.MaxValue;

    internal static EndpointHandler Of(IReadOnlyList<object> metadata)
    {
        if (Last<ActionDescriptor>(metadata) is { } action)
        {
            // Conventions of the application model add to the attributes.
            var attributes = action.EndpointMetadata ?? [];
            return new(
                [.. PlacesOf(action)],
                index => attributes.Any(attribute => ReferenceEquals(attribute, metadata[index])),
                (action as CompiledPageActionDescriptor)?.HandlerMethods?.Select(static handler => handler.MethodInfo));
        }

        if (Last<HubMetadata>(metadata)?.HubType is { } hub)
        {
            return new([.. Classes(hub)], static _ => false, MethodsOf(hub));
        }

        if (Last<ComponentTypeMetadata>(metadata)?.Type is { } component)
        {
            return new([.. Classes(component)], static _ => false);
        }

        if (GrpcMethod.Find(metadata) is { } call)
        {
            return new([.. call.Method is { } method ? Overrides(method) : [], .. Classes(call.Service)], index => index > call.Index);
        }

        return IndexOfConnection(metadata) is >= 0 and var start ? new([], index => index > start) : new([], static _ => false, function: Last<MethodInfo>(metadata));
    }

    /// <summary>The policies of members that one request may call: they hold for all of the class. A reason to be open opens no more than it is written for.</summary>
    internal IEnumerable<RequireIpPolicyAttribute> PoliciesOfMembers =>
        members?.SelectMany(static member => member.GetCustomAttributes<RequireIpPolicyAttribute>(inherit: true)) ?? [];

    /// <summary>Whether an item is an attribute of the function that is the handler. Those have no order among each other.</summary>
    internal bool IsOfFunction(Attribute item) =>
        function is not null && !IsChained(item) && Declares(function, item);

    /// <summary>How near an item is. Where that can't be told, a policy is the nearest of all and a reason to be open the farthest of the handler's.</summary>
    internal int NearnessOf(Attribute item, int index)
    {
        if (IsChained(item))
        {
            return Around;
        }

        for (var i = 0; i < places.Count; i++)
        {
            if (Declares(places[i], item))
            {
                return FarthestAttribute + places.Count - i;
            }
        }

        if (!mayBeAttribute(index))
        {
            return Around;
        }

        return item is AllowAnyAddressAttribute ? FarthestAttribute : NearestAttribute;
    }

    private static bool IsChained(Attribute item) => item is RequireIpPolicyAttribute { IsChained: true } or AllowAnyAddressAttribute { IsChained: true };

    // Metadata has instances of its own.
    private static bool Declares(MemberInfo place, Attribute item) => place.GetCustomAttributes(item.GetType(), inherit: false)
        .Any(declared => item is not AllowAnyAddressAttribute opening || ((AllowAnyAddressAttribute)declared).Reason == opening.Reason);

    private static IEnumerable<MemberInfo> PlacesOf(ActionDescriptor action) => action switch
    {
        ControllerActionDescriptor controller => [.. Overrides(controller.MethodInfo), .. Classes(controller.ControllerTypeInfo)],
        CompiledPageActionDescriptor page => [.. Classes(page.PageTypeInfo), .. Classes(page.HandlerTypeInfo)],
        _ => [],
    };

    private static IEnumerable<MemberInfo> Classes(Type handler)
    {
        for (var type = handler; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "SignalR keeps the methods that it calls.")]
    private static MethodInfo[] MethodsOf(Type hub) => hub.GetMethods(BindingFlags.Instance | BindingFlags.Public);

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "An attribute of a method that is not found may be one, so it opens nothing.")]
    private static IEnumerable<MemberInfo> Overrides(MethodInfo method)
    {
        const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var definition = method.GetBaseDefinition();
        for (var type = method.DeclaringType; type is not null; type = type.BaseType)
        {
            foreach (var declared in type.GetMethods(Declared))
            {
                if (declared.Name == method.Name && declared.GetBaseDefinition().HasSameMetadataDefinitionAs(definition))
                {
                    yield return declared;
                }
            }
        }
    }

    // MapConnectionHandler() does not name its class, but begins with one of these. Any other endpoint may be without a timeout as well.
    private static int IndexOfConnection(IReadOnlyList<object> metadata)
    {
        var start = -1;
        for (var i = metadata.Count - 1; i >= 0; i--)
        {
            if (metadata[i] is MethodInfo)
            {
                return -1;
            }

            if (metadata[i] is NegotiateMetadata or DisableRequestTimeoutAttribute)
            {
                start = i;
            }
        }

        return start;
    }

    private static T? Last<T>(IReadOnlyList<object> metadata)
        where T : class => metadata.OfType<T>().LastOrDefault();
}
