using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PolicySdk.Tests.Faults;

/// <summary>A way to break an application or a request that would be allowed without it.</summary>
/// <param name="Name">What is broken.</param>
/// <param name="Result">By which result the refusal is counted.</param>
internal sealed record Fault(string Name, string Result = "fault")
{
    /// <summary>Who calls: 127.0.0.1 is in the lists for everybody, 127.0.0.2 in the one of the client acme.</summary>
    internal string From { get; init; } = "127.0.0.1";

    /// <summary>Puts the policy on the endpoint.</summary>
    internal Func<IEndpointConventionBuilder, IEndpointConventionBuilder> Guard { get; init; } = static endpoint => endpoint.RequireIpPolicy<TestPolicies.Office>();

    internal Action<IpPolicyOptions>? Options { get; init; }

    internal Action<WebApplicationBuilder>? Build { get; init; }

    /// <summary>What is called in front of routing.</summary>
    internal Action<WebApplication>? Pipeline { get; init; }

    /// <summary>Runs before all else that the SDK or the application put into the pipeline, for requests that are to break.</summary>
    internal Action<HttpContext>? First { get; init; }

    /// <summary>Runs after what the SDK put first, for requests that are to break.</summary>
    internal Action<HttpContext>? Then { get; init; }

    /// <summary>Calls the endpoint, and does meanwhile what belongs to the fault.</summary>
    internal Func<FaultyApp, Task<Answer>> Call { get; init; } = static app => app.CallAsync();

    /// <summary>The status of the answer, or why there is none.</summary>
    internal string Answer { get; init; } = "401";

    /// <summary>Whether the counter itself is what fails: then the record of rejections has to have the request.</summary>
    internal bool IsMeterBroken { get; init; }

    /// <summary>Whether ASP.NET Core itself fails before the pipeline begins, so that nothing of the SDK ever sees the request.</summary>
    internal bool IsBeforePipeline { get; init; }

    /// <summary>Whether the endpoint is refused for good, so that another one has to show that the server is well.</summary>
    internal bool IsPermanent { get; init; }

    public override string ToString() => Name;
}

/// <summary>What a caller saw.</summary>
/// <param name="Status">The status, or why there is none.</param>
/// <param name="Text">Headers and body.</param>
internal sealed record Answer(string Status, string Text)
{
    /// <summary>The connection was closed without an answer, or in the middle of one.</summary>
    internal const string Reset = "reset";

    /// <summary>The caller gave up.</summary>
    internal const string HungUp = "hung up";
}
