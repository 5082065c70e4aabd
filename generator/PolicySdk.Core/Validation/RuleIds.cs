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
    internal const string OutsideGuardrails = "PSDK2007";
    internal const string EmbeddedIPv4 = "PSDK2008";
    internal const string NonCanonicalText = "PSDK2009";
    internal const string DuplicateEntry = "PSDK2010";
    internal const string RedundantEntry = "PSDK2011";
    internal const string SpecialPurpose = "PSDK2012";
    internal const string NearPrivateRange = "PSDK2013";
    internal const string IneffectiveExcept = "PSDK2015";
    internal const string MissingField = "PSDK3001";
    internal const string ExpiredEntry = "PSDK3002";
    internal const string ExpiresSoon = "PSDK3003";
    internal const string InvalidDate = "PSDK3004";
    internal const string InvalidWaiver = "PSDK3005";
    internal const string ReportModeEnded = "PSDK3006";
    internal const string StaleSource = "PSDK3007";
    internal const string ReviewDue = "PSDK3008";
    internal const string UnknownNetwork = "PSDK4001";
    internal const string UnusedNetwork = "PSDK4002";
    internal const string SecretClientId = "PSDK4003";
    internal const string NetworkCycle = "PSDK4004";
    internal const string ClientEntryInAllow = "PSDK4005";
    internal const string BlockedPolicy = "PSDK4006";
    internal const string FailedExpectation = "PSDK5001";
    internal const string UntouchedEntry = "PSDK5002";
    internal const string TrustedProxyAllowed = "PSDK7002";
}
