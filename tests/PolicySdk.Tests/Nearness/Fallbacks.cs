using Microsoft.AspNetCore.Mvc;

namespace PolicySdk.Tests.Nearness;

/// <summary>Controllers without routes of their own.</summary>
internal static class Fallbacks
{
    public abstract class Answering : ControllerBase
    {
        public string Get() => "ok";
    }

    public sealed class Silent : Answering;

    [RequireIpPolicy<TestPolicies.Office>]
    public sealed class Guarded : Answering;

    [AllowAnyAddress("documentation")]
    public sealed class Open : Answering;
}
