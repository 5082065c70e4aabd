using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using PolicySdk.Testing.Exposure;

namespace PolicySdk.Testing.Tests.Exposure;

public sealed class EndpointKindTests
{
    public static TheoryData<string, string, object?> Kinds => new()
    {
        { "hub", "/chat", new HubMetadata(typeof(Hub)) },
        { "component", "/counter", new ComponentTypeMetadata(typeof(ComponentBase)) },
        { "page", "/Index", new PageActionDescriptor() },
        { "controller", "App.Home.Index", new ControllerActionDescriptor() },
        { "health", "Health checks", null },
        { "fallback", "Fallback {*path:nonfile}", null },
        { "http", "HTTP: GET /a", null },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_is_told_by_its_metadata(string kind, string name, object? metadata) =>
        Assert.Equal(kind, EndpointKind.Of(new Endpoint(null, metadata is null ? [] : new EndpointMetadataCollection(metadata), name)));
}
