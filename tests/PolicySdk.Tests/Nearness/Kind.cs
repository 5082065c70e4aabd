using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PolicySdk.Tests.Nearness;

/// <summary>A kind of endpoints that classes handle, with a class for each row of <see cref="NearnessTests"/>.</summary>
/// <param name="Add">Adds its services.</param>
/// <param name="Map">Maps all of its classes.</param>
/// <param name="Path">Where the class of a row answers.</param>
internal sealed record Kind(
    Action<WebApplicationBuilder> Add, Func<IEndpointRouteBuilder, IEnumerable<IEndpointConventionBuilder>> Map, string Path)
{
    /// <summary>What an allowed request is answered.</summary>
    internal int Answer { get; init; } = StatusCodes.Status200OK;

    internal HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>Rows that should be open, but are refused because nothing tells what is nearer.</summary>
    internal string[] Untold { get; init; } = [];

    /// <summary>Whether its rows are the members of a class that is open itself.</summary>
    internal bool IsOfOpenClass { get; init; }

    /// <summary>Whether its rows are the members of a class that has a policy itself.</summary>
    internal bool IsOfGuardedClass { get; init; }
}

/// <summary>What is said around the classes.</summary>
public enum Said
{
    /// <summary>Neither.</summary>
    Nothing,

    /// <summary>A policy.</summary>
    Policy,

    /// <summary>A reason to be open.</summary>
    Reason,
}
