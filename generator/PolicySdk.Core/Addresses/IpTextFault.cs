namespace PolicySdk.Addresses;

/// <summary>What is wrong with an address text. Each kind belongs to one rule; see <c>AddressRules</c>.</summary>
internal enum IpTextFaultKind
{
    None,
    Empty,
    ForeignCharacter,
    HostName,
    Wildcard,
    MalformedIPv4,
    MalformedIPv6,
    PartOutOfRange,
    Netmask,
    ShortRangeEnd,
    LeadingZero,
    Hexadecimal,
    SingleNumber,
    TooFewParts,
    PrefixMissing,
    PrefixMalformed,
    PrefixOutOfRange,
    PrefixOnRange,
    RangeReversed,
    RangeOfTwoFamilies,
    RangeMalformed,
    HostBitsSet,
    Whitespace,
    Brackets,
    Port,
    Zone,
    Mapped,
}

/// <summary>A fault and the characters of the text that it is about.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Offset">Where, in UTF-16 code units from the start of the text.</param>
/// <param name="Length">How many code units; 0 only where the text is empty.</param>
internal readonly record struct IpTextFault(IpTextFaultKind Kind, int Offset, int Length);
