using System.ComponentModel;

namespace PolicySdk;

/// <summary>Says what <c>guardrails.yaml</c> asks of the code of a project. For the analyzers of this package.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class IpPolicyGuardrailsAttribute : Attribute
{
    /// <summary>Whether an endpoint with neither a policy nor a reason to be open is an error: <c>unprotected-endpoints: error</c>.</summary>
    public bool UnprotectedEndpointsAreErrors { get; set; }
}
