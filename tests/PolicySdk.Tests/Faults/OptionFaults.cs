using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PolicySdk.Tests.Faults;

/// <summary>Options that were right when the application started.</summary>
internal static class OptionFaults
{
    internal static Fault[] All =>
    [
        Refused("the status code 200 at run time", static options => options.StatusCode = 200),
        Refused("the status code 302 at run time", static options => options.StatusCode = 302),
        Refused("the status code -1 at run time", static options => options.StatusCode = -1),
        Refused("the status code 1000 at run time", static options => options.StatusCode = 1000),
        Refused("an address detail that is none at run time", static options => options.AddressDetail = (IpPolicyAddressDetail)99),
        Refused("no number of rejections to keep at run time", static options => options.RejectionsKept = -1),
        Refused("OnRejected that throws, set at run time", static options => options.OnRejected = static _ => throw Broken.Exception),
        Changing("proxies that are none at run time", "invalid_policy", static options => options.UseClientAddress<WithoutProxies>()),
        Options("options that throw", static () => throw Broken.Exception),
        Options("options that are null", static () => null!),
    ];

    private static Fault Refused(string name, Action<IpPolicyOptions> change) =>
        Changing(name, "fault", change) with { Guard = static endpoint => endpoint.RequireIpPolicy<BrokenPolicies.Throwing>() };

    private static Fault Changing(string name, string result, Action<IpPolicyOptions> change) =>
        new(name, result) { Pipeline = Changed.For(change, static _ => { }), IsPermanent = true };

    private static Fault Options(string name, Func<IpPolicyOptions> value) =>
        new(name) { Build = builder => builder.Services.AddSingleton<IOptions<IpPolicyOptions>>(new Replaced(value)) };

    private sealed class Replaced(Func<IpPolicyOptions> value) : IOptions<IpPolicyOptions>
    {
        private readonly IpPolicyOptions _options = new();

        public IpPolicyOptions Value => Broken.Now ? value() : _options;
    }

    private sealed class WithoutProxies : TestClientAddress
    {
        protected override string[] CreateTrustedProxies() => [];
    }
}
