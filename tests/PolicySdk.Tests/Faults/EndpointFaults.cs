using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;

namespace PolicySdk.Tests.Faults;

/// <summary>Endpoints of which nobody can tell what they ask for.</summary>
internal static class EndpointFaults
{
    internal static Fault[] All =>
    [
        Metadata("a policy of a type that is not known", "no_policy", new RequireIpPolicyAttribute<TestPolicies.Office>()),
        Metadata("a policy as the name of its type", "no_policy", typeof(PolicySdk.RequireIpPolicyAttribute<TestPolicies.Office>)),
        Metadata("a policy in a list", "no_policy", (object)new object[] { new PolicySdk.RequireIpPolicyAttribute<TestPolicies.Office>() }),
        Metadata("a policy without a requirement", "no_policy", IpPolicy.Of<TestPolicies.Office>()),
        Metadata("a handler whose attributes can't be read", "fault", new AllowAnyAddressAttribute("a test"), new HubMetadata(new UnreadableType()), new PolicySdk.RequireIpPolicyAttribute<TestPolicies.Office>()),
        Metadata("a handler whose attributes can't be read, for the middleware", "fault", new AllowAnyAddressAttribute("a test"), new HubMetadata(new UnreadableType()), new PolicySdk.RequireIpPolicyAttribute<TestPolicies.Office>()) with { Pipeline = static app => app.UseRouting().UseIpPolicies() },
        Metadata("an endpoint set by hand whose attributes can't be read", "fault") with
        {
            Pipeline = static app => app.Use(static (context, next) =>
            {
                if (Broken.Now)
                {
                    context.SetEndpoint(new(static context => context.Response.WriteAsync("ok"), new(new AllowAnyAddressAttribute("a test"), new HubMetadata(new UnreadableType()), new PolicySdk.RequireIpPolicyAttribute<TestPolicies.Office>()), "by hand"));
                }

                return next(context);
            }).UseIpPolicies(),
        },
    ];

    private static Fault Metadata(string name, string result, params object[] metadata) => new(name, result)
    {
        Guard = endpoint => endpoint.WithMetadata(metadata),
        IsPermanent = true,
    };

    /// <summary>Has the name of the SDK's, and is another: of a second version of it, say.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    private sealed class RequireIpPolicyAttribute<TPolicy> : Attribute;

    private sealed class UnreadableType() : TypeDelegator(typeof(Hub))
    {
        public override object[] GetCustomAttributes(Type attributeType, bool inherit) => throw new TypeLoadException(Broken.Secret);
    }
}
