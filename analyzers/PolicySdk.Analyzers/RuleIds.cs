namespace PolicySdk.Analyzers;

/// <summary>The id of each rule on C#. A rule has one constant here, one descriptor in <see cref="Rules"/>, one test class, one page.</summary>
internal static class RuleIds
{
    internal const string UnusedPolicy = "PSDK1007";
    internal const string UnprotectedEndpoint = "PSDK6001";
    internal const string MissingReason = "PSDK6002";
    internal const string OverriddenPolicy = "PSDK6003";
    internal const string UnknownEndpoint = "PSDK6004";
    internal const string BeforePolicies = "PSDK6006";
    internal const string PipelineSetup = "PSDK6007";
    internal const string MisplacedPolicy = "PSDK6008";
    internal const string TrustsAnyProxy = "PSDK7001";
    internal const string HeaderReadByHand = "PSDK7003";
    internal const string ForwardedHeadersSetup = "PSDK7004";
    internal const string AddressComparison = "PSDK7005";
}
