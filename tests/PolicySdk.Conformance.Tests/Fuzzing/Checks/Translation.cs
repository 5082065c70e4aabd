using PolicySdk.Addresses;
using PolicySdk.Conformance.Tests.Fuzzing.Independent;
using PolicySdk.Policies;

namespace PolicySdk.Conformance.Tests.Fuzzing.Checks;

/// <summary>The reference's words in those of the product.</summary>
internal static class Translation
{
    internal static IpAddressValue ToProduct(this Address address) =>
        address.IsIPv4 ? IpAddressValue.IPv4((uint)address.Value) : IpAddressValue.IPv6((ulong)(address.Value >> 64), (ulong)address.Value);

    internal static CalendarDate ToProduct(this DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>As every caller's address is seen: a mapped one is the IPv4 address.</summary>
    internal static Address Normal(this Address address) => address.IsMapped ? new(true, (uint)address.Value) : address;
}
