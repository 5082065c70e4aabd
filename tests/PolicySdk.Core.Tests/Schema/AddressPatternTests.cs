using System.Text.Json;
using CsCheck;
using PolicySdk.Addresses;
using PolicySdk.Core.Tests.Addresses;
using PolicySdk.TestSupport.Cases;

namespace PolicySdk.Core.Tests.Schema;

/// <summary>The patterns of addresses accept what the parser accepts, and refuse the rest but for what takes arithmetic.</summary>
public sealed class AddressPatternTests
{
    private static readonly PolicySchema Schema = PolicySchema.Of("sample.policy.yaml");

    // Host bits and order take arithmetic; a mapped address has more spellings than the one that the pattern knows.
    private static readonly IpTextFaultKind[] Unseen = [IpTextFaultKind.HostBitsSet, IpTextFaultKind.RangeReversed, IpTextFaultKind.RangeOfTwoFamilies, IpTextFaultKind.Mapped];

    [Fact]
    public void The_shared_cases_are_judged_as_the_parser_judges_them()
    {
        Assert.SkipUnless(SharedCases.AreAvailable, SharedCases.MissingReason);
        var cases = SharedCases.Read<AddressTextCase>(AddressTextCase.File);

        Assert.NotEmpty(cases);
        // In .NET '$' stands before a last line feed too, in the JavaScript of editors it does not.
        Assert.All(cases.Where(static c => !c.Text.EndsWith('\n')), static c => AssertAgree(c.Text));
        Assert.InRange(cases.Count(static c => !c.Parses && Accepts(c.Text)), 1, 40);
    }

    [Fact]
    public void Random_entries_are_judged_as_the_parser_judges_them() =>
        AddressTexts.Entry.Sample(static text => AssertAgree(text), iter: 5_000);

    [Fact]
    public void Random_entries_with_a_character_changed_are_judged_as_the_parser_judges_them() =>
        Gen.Select(AddressTexts.Entry, Gen.Int[0, 100], Gen.Int[0, 1], Gen.Char["0129afF.:/-x% "]).Sample(
            static (text, place, length, c) => AssertAgree(text.Remove(place % text.Length, length).Insert(place % text.Length, c.ToString())), iter: 5_000);

    private static void AssertAgree(string text)
    {
        var isParsed = IpEntryText.TryParse(text, out _, out var fault);

        Assert.True(isParsed ? Accepts(text) : Unseen.Contains(fault.Kind) || !Accepts(text), $"{text}: {fault}");
    }

    private static bool Accepts(string text) => Schema.Accepts(JsonSerializer.SerializeToElement(new { policy = "sample", allow = new[] { text } }));
}
