using System.Globalization;
using CsCheck;
using PolicySdk.Addresses;

namespace PolicySdk.Core.Tests.Addresses;

/// <summary>Random addresses and random ways to write them.</summary>
internal static class AddressTexts
{
    internal static readonly Gen<string> IPv4 =
        Gen.OneOf(Gen.Int[0, 255], Gen.Const(0), Gen.Const(255)).Array[4].Select(static parts => string.Join('.', parts));

    // Zeros are frequent, so that there are runs to shorten, and the first groups of the embedding forms.
    private static readonly Gen<ushort[]> Groups =
        Gen.OneOf(Gen.Const<ushort>(0), Gen.Const<ushort>(0), Gen.UShort[0, 16], Gen.UShort, Gen.Const<ushort>(0xFFFF), Gen.Const<ushort>(0x5EFE)).Array[8];

    internal static readonly Gen<IpAddressValue> IPv6Values = Groups.Select(static groups => IpAddressValue.IPv6(Join(groups, 0), Join(groups, 4)));

    /// <summary>Any spelling: leading zeros, either case, <c>::</c> for any groups (zeros or not, one or more), an IPv4 tail.</summary>
    internal static readonly Gen<string> IPv6 = Gen.Select(Groups, Gen.Int[1, 4], Gen.Bool, Gen.Int[-4, 8], Gen.Int[0, 8], Gen.Bool, Write);

    internal static readonly Gen<string> Address = Gen.OneOf(IPv4, IPv6);

    internal static readonly Gen<string> Entry = Gen.OneOf(
        Address,
        Gen.Select(Address, Gen.Int[0, 130], static (address, length) => $"{address}/{length}"),
        Gen.Select(Address, Gen.Int[0, 130], static (address, length) => Masked(address, length)),
        Gen.Select(Address, Address, static (first, last) => $"{first}-{last}"));

    private static ulong Join(ushort[] groups, int start) =>
        ((ulong)groups[start] << 48) | ((ulong)groups[start + 1] << 32) | ((ulong)groups[start + 2] << 16) | groups[start + 3];

    private static string Write(ushort[] groups, int digits, bool isUpper, int gap, int gapLength, bool hasTail)
    {
        var texts = groups.Select(group => group.ToString((isUpper ? "X" : "x") + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToList();
        if (hasTail)
        {
            texts[6] = $"{groups[6] >> 8}.{groups[6] & 255}.{groups[7] >> 8}.{groups[7] & 255}";
            texts.RemoveAt(7);
        }

        return gap < 0 || gap + gapLength > texts.Count
            ? string.Join(':', texts)
            : string.Join(':', texts.Take(gap)) + "::" + string.Join(':', texts.Skip(gap + gapLength));
    }

    private static string Masked(string address, int length) =>
        IpEntryText.TryParseAddress(IpTextSpan.Of(address), out var value, out _) && length <= value.Width
            ? IpPrefix.Containing(value, length).ToString()
            : address;
}
