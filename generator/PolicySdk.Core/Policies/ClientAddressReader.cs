using PolicySdk.Addresses;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>Reads a <c>client-address.yaml</c> file.</summary>
internal static class ClientAddressReader
{
    private const int MostProxies = 100;
    private const int HeaderLength = 128;
    private const string TokenMarks = "!#$%&'*+-.^_`|~";

    /// <summary>Reads the root of the file; null where the text could not be read, which is reported already.</summary>
    internal static ClientAddressDocument Read(string path, YamlMapping? root, ProblemList problems)
    {
        var file = MappingReader.Open(root ?? new YamlMapping(default, []), Keys.OfClientAddressFile, problems);
        if (root is not null && !file.Has(Keys.ClientAddress) && !problems.HasErrors)
        {
            problems.Add(RuleIds.WrongShape, root.Range.Part(0, 0), "The file must have 'client-address:' with 'trust' and 'header'.");
        }

        var place = root?.Range.Part(0, 0) ?? default;
        if (file.OpenInner(Keys.ClientAddress, Keys.OfClientAddress) is not { } reader)
        {
            return new(path, [], "", null, place, problems.ToEquatableArray());
        }

        if (!reader.Has(Keys.Trust))
        {
            problems.Add(RuleIds.EmptyList, file.RangeOf(Keys.ClientAddress).Part(0, 0), "'trust' with the addresses of the proxies is missing. Without proxies, remove the file.");
        }

        var trust = EntryReader.ReadList(Keys.Trust, reader.Get(Keys.Trust), problems);
        foreach (var entry in trust.Where(static entry => entry.Off is null))
        {
            CheckProxy(entry, problems);
        }

        foreach (var entry in trust.Where(static entry => entry.From is not null || entry.Expires is not null || entry.OnlyIn.Count > 0))
        {
            problems.Add(RuleIds.WrongShape, entry.Range, "A trusted proxy has no dates and no environments: the host sets up its proxies once, when it starts. Use 'off', or remove the entry.");
        }

        var header = ReadHeader(reader, file.RangeOf(Keys.ClientAddress).Part(0, 0), problems);
        var limit = reader.GetNumber(Keys.Limit, 1, MostProxies);
        return new(path, trust, header, limit, place, problems.ToEquatableArray());
    }

    // A proxy on the same machine is as good as any other.
    private static void CheckProxy(PolicyEntry entry, ProblemList problems)
    {
        WorldOpenRule.CheckEntry(entry, problems);
        if (entry.Addresses is { } addresses && WellKnownRanges.Find(addresses)?.Kind != WellKnownKind.Loopback)
        {
            WellKnownRangeRules.Check(entry, problems);
        }
    }

    private static string ReadHeader(MappingReader reader, TextRange place, ProblemList problems)
    {
        if (!reader.Has(Keys.Header))
        {
            problems.Add(RuleIds.WrongShape, place, "'header' is missing: the one header in which the proxies name the client, such as X-Forwarded-For.");
            return "";
        }

        if (reader.GetScalar(Keys.Header, "the name of one header") is not { } scalar)
        {
            return "";
        }

        var fault = scalar.Text.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) ? "The header Forwarded (RFC 7239) is no list of addresses. Let the proxies write X-Forwarded-For, and remove the one that callers send"
            : !IsToken(scalar.Text) ? "'header' must be the name of one header (RFC 9110 5.1), never two: which one to believe must be clear"
            : null;
        if (fault is not null)
        {
            problems.Add(RuleIds.WrongShape, scalar.Range, fault + ".");
        }

        return fault is null ? scalar.Text : "";
    }

    private static bool IsToken(string text) =>
        text.Length is > 0 and <= HeaderLength && text.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || TokenMarks.IndexOf(c) >= 0);
}
