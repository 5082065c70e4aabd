namespace PolicySdk.Validation;

/// <summary>The id of each rule. A rule has one constant here, one row in <see cref="RuleCatalogue"/>, one test class, one page.</summary>
internal static class RuleIds
{
    internal const string InternalFault = "PSDK1000";
    internal const string UnreadableYaml = "PSDK1001";
    internal const string UnknownKey = "PSDK1002";
    internal const string WrongShape = "PSDK1003";
    internal const string EmptyList = "PSDK1004";
    internal const string UnquotedAddress = "PSDK1005";
    internal const string UnknownFile = "PSDK1006";
    internal const string NotAnAddress = "PSDK2001";
    internal const string AmbiguousIPv4 = "PSDK2002";
    internal const string MalformedPrefixOrRange = "PSDK2003";
    internal const string HostBitsSet = "PSDK2004";
    internal const string SurroundingText = "PSDK2005";
    internal const string WorldOpen = "PSDK2006";
    internal const string EmbeddedIPv4 = "PSDK2008";
    internal const string SpecialPurpose = "PSDK2012";
    internal const string InvalidDate = "PSDK3004";
    internal const string UnknownNetwork = "PSDK4001";
    internal const string NetworkCycle = "PSDK4004";
}
