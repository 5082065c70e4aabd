using System.Globalization;
using System.Numerics;
using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Policies;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Expectations;

/// <summary>Reads <c>expect</c>. A claim that can't be read is reported and left out.</summary>
internal static class ExpectationReader
{
    private const int MostDigits = 39;

    private static readonly Dictionary<string, ExpectationKind> Kinds = new(StringComparer.Ordinal)
    {
        [Keys.Allow] = ExpectationKind.Allow,
        [Keys.Deny] = ExpectationKind.Deny,
        [Keys.Within] = ExpectationKind.Within,
        [Keys.Covers] = ExpectationKind.Covers,
        [Keys.AtMost] = ExpectationKind.AtMost,
        [Keys.SameAs] = ExpectationKind.SameAs,
        [Keys.DisjointFrom] = ExpectationKind.DisjointFrom,
    };

    internal static EquatableArray<Expectation> Read(YamlNode? node, ProblemList problems)
    {
        if (node is not YamlSequence { Items.Count: > 0 } sequence)
        {
            if (node is not null)
            {
                problems.Add(node is YamlSequence or YamlScalar { IsAbsent: true } ? RuleIds.EmptyList : RuleIds.WrongShape, node.Range, "'expect' must be a list of claims, such as {deny: 10.0.0.0/8}.");
            }

            return [];
        }

        return sequence.Items.Select(item => ReadOne(item, problems)).OfType<Expectation>().ToEquatableArray();
    }

    private static Expectation? ReadOne(YamlNode node, ProblemList problems)
    {
        if (node is not YamlMapping mapping)
        {
            problems.Add(RuleIds.WrongShape, node.Range, $"A claim must be a mapping such as {{deny: 10.0.0.0/8}}, but is {node.Kind}.");
            return null;
        }

        if (UnquotedAddress.Find(mapping) is { } found)
        {
            UnquotedAddress.Report(problems, found.Range, found.Address);
            return null;
        }

        var reader = MappingReader.Open(mapping, Keys.OfExpectation, problems);
        var claims = Keys.Claims.Where(reader.Has).ToList();
        if (claims.Count != 1)
        {
            if (claims.Count > 1 || mapping.Pairs.All(static pair => Keys.OfExpectation.Contains(pair.Key.Text)))
            {
                problems.Add(RuleIds.WrongShape, mapping.Range, $"A claim has exactly one of {string.Join(", ", Keys.Claims)}.");
            }

            return null;
        }

        return ReadClaim(claims[0], reader, problems);
    }

    private static Expectation? ReadClaim(string key, MappingReader reader, ProblemList problems)
    {
        var kind = Kinds[key];
        var value = reader.Get(key)!;
        var targets = kind switch
        {
            ExpectationKind.Allow or ExpectationKind.Deny => AddressTargetReader.ReadAll(key, [value], problems),
            ExpectationKind.Within or ExpectationKind.Covers => AddressTargetReader.ReadList(key, value, problems),
            _ => [],
        };
        var most = kind == ExpectationKind.AtMost ? ReadMost(reader, problems) : 0;
        var family = ReadFamily(kind, reader, value.Range, problems);
        var policy = kind is ExpectationKind.SameAs or ExpectationKind.DisjointFrom ? reader.GetScalar(key, "the name of a policy")?.Text : null;
        var client = reader.GetScalar(Keys.Client, "the id of a client")?.Text;
        var day = reader.GetDate(Keys.On);
        var isWhole = targets is not null && most is not null && family is not null
            && (policy is not null || kind < ExpectationKind.SameAs)
            && (client is not null || !reader.Has(Keys.Client)) && (day is not null || !reader.Has(Keys.On));
        var environment = ReadEnvironment(reader, problems);
        return isWhole && environment is not null
            ? new(kind, value.Range, targets!.ToEquatableArray(), most!.Value, family!.Value, policy, client, reader.RangeOf(Keys.Client), day, environment)
            : null;
    }

    private static BigInteger? ReadMost(MappingReader reader, ProblemList problems)
    {
        if (reader.GetScalar(Keys.AtMost, "a number") is not { } scalar)
        {
            return null;
        }

        if (scalar.Text.Length <= MostDigits && BigInteger.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var most))
        {
            return most;
        }

        problems.Add(RuleIds.WrongShape, scalar.Range, "'at-most' must be a whole number: of addresses for v4, of /64 networks for v6.");
        return null;
    }

    private static IpAddressFamily? ReadFamily(ExpectationKind kind, MappingReader reader, TextRange range, ProblemList problems)
    {
        if (kind == ExpectationKind.AtMost)
        {
            if (!reader.Has(Keys.Family))
            {
                problems.Add(RuleIds.WrongShape, range, "'at-most' needs 'family: v4' (counted in addresses) or 'family: v6' (counted in /64 networks).");
            }

            return reader.GetWord(Keys.Family, Keys.OfFamilies) is { } word ? word == Keys.IPv4 ? IpAddressFamily.IPv4 : IpAddressFamily.IPv6 : null;
        }

        if (reader.Has(Keys.Family))
        {
            problems.Add(RuleIds.WrongShape, reader.RangeOf(Keys.Family), "'family' goes with 'at-most' alone; addresses have their family.");
            return null;
        }

        return IpAddressFamily.IPv4;
    }

    private static string? ReadEnvironment(MappingReader reader, ProblemList problems)
    {
        if (!reader.Has(Keys.In))
        {
            return Expectation.DefaultEnvironment;
        }

        if (reader.Get(Keys.In) is YamlScalar scalar && PolicyNames.IsName(scalar.Text))
        {
            return scalar.Text;
        }

        problems.Add(RuleIds.WrongShape, reader.RangeOf(Keys.In), "'in' must be the name of one host environment, such as Development.");
        return null;
    }
}
