using PolicySdk.Addresses;

namespace PolicySdk.Core.Tests.Addresses;

/// <summary>Entries as the tests of this folder write them: texts that must parse.</summary>
internal static class Entries
{
    internal static IpRange Range(string text)
    {
        var isParsed = IpEntryText.TryParse(text, out var range, out var fault);
        Assert.True(isParsed, $"{text}: {fault}");
        return range;
    }

    internal static IpRangeSet Set(params IEnumerable<string> texts) => IpRangeSet.Of(texts.Select(Range));

    internal static IpAddressValue Address(string text)
    {
        var isParsed = IpEntryText.TryParseAddress(IpTextSpan.Of(text), out var address, out var fault);
        Assert.True(isParsed, $"{text}: {fault}");
        return address;
    }

    internal static IpTextFault Fault(string text)
    {
        Assert.False(IpEntryText.TryParse(text, out _, out var fault), text);
        AssertInside(text, fault);
        return fault;
    }

    internal static void AssertInside(string text, IpTextFault fault)
    {
        Assert.NotEqual(IpTextFaultKind.None, fault.Kind);
        Assert.InRange(fault.Offset, 0, text.Length);
        Assert.InRange(fault.Length, text.Length == 0 ? 0 : 1, text.Length - fault.Offset);
    }
}
