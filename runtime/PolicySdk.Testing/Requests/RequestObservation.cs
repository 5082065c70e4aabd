using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PolicySdk.Testing.Requests;

/// <summary>What became of a request: the endpoint that was found for it, and the policy that refused it.</summary>
internal sealed class RequestObservation : IEndpointFeature
{
    private Endpoint? _current;

    /// <summary>The first endpoint that was found; a page for errors may take its place later.</summary>
    internal Endpoint? Found { get; private set; }

    /// <summary>Why a policy refused it, or null where none did.</summary>
    internal IpPolicyDecision? Refusal { get; set; }

    Endpoint? IEndpointFeature.Endpoint
    {
        get => _current;
        set
        {
            _current = value;
            Found ??= value;
        }
    }
}
