using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace PolicySdk.Tests.Audit;

/// <summary>A data source whose endpoints never change.</summary>
internal sealed class FixedEndpoints(params IReadOnlyList<Endpoint> endpoints) : EndpointDataSource
{
    public override IReadOnlyList<Endpoint> Endpoints => endpoints;

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;
}
