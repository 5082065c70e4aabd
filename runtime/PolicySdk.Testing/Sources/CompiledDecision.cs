using System.Buffers.Binary;
using System.Net;
using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Testing.Sources;

/// <summary>Asks compiled policies in terms of their files.</summary>
internal static class CompiledDecision
{
    /// <summary>Whether a policy lets an address in; what it only reports it refuses.</summary>
    internal static bool Allows(this IpPolicy policy, IpAddressValue address, string? client, CalendarDate day, string environment) =>
        policy.Evaluate(address.ToIPAddress(), client, new(day.ToInstant(), environment)) is { IsAllowed: true, IsReportOnly: false };

    internal static IPAddress ToIPAddress(this IpAddressValue address)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, address.Upper);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], address.Lower);
        return new(address.Family == IpAddressFamily.IPv4 ? bytes[12..] : bytes);
    }

    /// <summary>Noon (UTC): any instant of the day counts as the day.</summary>
    internal static DateTimeOffset ToInstant(this CalendarDate day) => new(day.Year, day.Month, day.Day, 12, 0, 0, TimeSpan.Zero);

    internal static CalendarDate ToCalendarDate(this DateOnly day) => new(day.Year, day.Month, day.Day);
}
