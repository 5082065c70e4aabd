using Microsoft.AspNetCore.Http;

namespace PolicySdk.Enforcement;

/// <summary>Lets requests go on that a policy allows, whatever they lead to. The metadata of endpoints has no say in it.</summary>
internal sealed class RequestGuard(RequestDelegate next, IpPolicyGate gate, RequireIpPolicyAttribute requirement)
{
    private readonly IpPolicyRules _rules = new([requirement], opening: null);

    internal Task InvokeAsync(HttpContext context) => gate.InvokeAsync(context, _rules, next);
}
