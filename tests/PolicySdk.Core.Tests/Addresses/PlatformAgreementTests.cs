using System.Net;
using CsCheck;
using PolicySdk.Addresses;
using PolicySdk.TestSupport.Cases;

namespace PolicySdk.Core.Tests.Addresses;

/// <summary>The platform's parsers take more than the grammar, but whatever the grammar takes they read as the same addresses.</summary>
public sealed class PlatformAgreementTests
{
    private const int Iterations = 20_000;

    private const string Alphabet = "0123456789abcdefx:./-%[]* ";

    [Fact]
    public void A_spelling_that_is_accepted_means_the_same_to_the_platform()
    {
        var accepted = 0;
        AddressTexts.Entry.Sample(
            text =>
            {
                AssertAgrees(text);
                accepted += IpEntryText.TryParse(text, out _, out _) ? 1 : 0;
            },
            iter: Iterations,
            threads: 1);

        // The spellings are neither all right nor all wrong, or this would say nothing.
        Assert.InRange(accepted, Iterations / 10, Iterations * 9 / 10);
    }

    [Fact]
    public void A_spelling_with_changed_characters_is_refused_or_means_the_same_to_the_platform() =>
        Gen.Select(AddressTexts.Entry, Gen.Int[0, 90], Gen.Int[0, 2], Gen.Char[Alphabet], Change).Sample(AssertAgrees, iter: Iterations);

    [Fact]
    public void Random_text_is_refused_within_its_bounds_or_means_the_same_to_the_platform() =>
        Gen.Char[Alphabet].Array[0, 45].Select(static chars => new string(chars)).Sample(AssertAgrees, iter: Iterations);

    [Fact]
    public void Any_characters_at_all_are_refused_within_their_bounds() =>
        Gen.Select(AddressTexts.Entry, Gen.Int[0, 90], Gen.Int[0, 2], Gen.Char, Change).Sample(AssertAgrees, iter: Iterations);

    [Fact]
    public void A_valid_IPv6_spelling_is_accepted_wherever_the_platform_accepts_it() =>
        AddressTexts.IPv6.Sample(
            static text => Assert.Equal(IPAddress.TryParse(text, out _), IpEntryText.TryParseAddress(IpTextSpan.Of(text), out _, out _)),
            iter: Iterations);

    private static string Change(string text, int position, int kind, char character)
    {
        var at = position % (text.Length + 1);
        var after = Math.Min(at + 1, text.Length);
        return kind switch
        {
            0 => text.Insert(at, character.ToString()),
            1 => text[..at] + character + text[after..],
            _ => text[..at] + text[after..],
        };
    }

    private static void AssertAgrees(string text)
    {
        if (!IpEntryText.TryParse(text, out var range, out var fault))
        {
            Entries.AssertInside(text, fault);
            return;
        }

        Assert.Equal(default, fault);
        Assert.True(range.First <= range.Last && range.Family == range.Last.Family);
        Assert.Equal(ReadByPlatform(text), range);
    }

    private static IpRange ReadByPlatform(string text)
    {
        if (text.Contains('/', StringComparison.Ordinal))
        {
            var network = IPNetwork.Parse(text);
            return IpPrefix.Containing(CallerAddress.ToValue(network.BaseAddress), network.PrefixLength).Range;
        }

        var ends = text.Split('-').Select(static end => CallerAddress.ToValue(IPAddress.Parse(end))).ToList();
        return new(ends[0], ends[^1]);
    }
}
