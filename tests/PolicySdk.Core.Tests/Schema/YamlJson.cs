using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolicySdk.Yaml;

namespace PolicySdk.Core.Tests.Schema;

/// <summary>What an editor makes of a file: plain texts typed by the core schema of YAML 1.2 (10.3.2), quoted ones and keys as texts.</summary>
internal static partial class YamlJson
{
    // JSON has no infinity, and to a schema it is a number like any other.
    private const double Infinity = double.MaxValue;

    internal static JsonNode? Of(YamlNode? node) => node switch
    {
        YamlMapping mapping => OfMapping(mapping),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(Of)]),
        YamlScalar { IsPlain: true } scalar => OfPlain(scalar.Text),
        YamlScalar scalar => JsonValue.Create(scalar.Text),
        _ => null,
    };

    // Of a key that stands twice the last value is seen.
    private static JsonObject OfMapping(YamlMapping mapping)
    {
        var result = new JsonObject();
        foreach (var pair in mapping.Pairs)
        {
            result[pair.Key.Text] = Of(pair.Value);
        }

        return result;
    }

    private static JsonNode? OfPlain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when Decimal().IsMatch(text) => Integer(BigInteger.Parse(text, CultureInfo.InvariantCulture)),
        _ when Octal().IsMatch(text) => Integer(text.Skip(2).Aggregate(BigInteger.Zero, static (value, digit) => (value * 8) + (digit - '0'))),
        _ when Hexadecimal().IsMatch(text) => Integer(BigInteger.Parse("0" + text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)),
        _ when Float().IsMatch(text) => JsonValue.Create(Math.Clamp(double.Parse(text, CultureInfo.InvariantCulture), -Infinity, Infinity)),
        _ when NoNumber().IsMatch(text) => JsonValue.Create(Infinity),
        _ => JsonValue.Create(text),
    };

    private static JsonNode? Integer(BigInteger value) => JsonNode.Parse(value.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^[-+]?[0-9]+\z")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^0o[0-7]+\z")]
    private static partial Regex Octal();

    [GeneratedRegex(@"^0x[0-9a-fA-F]+\z")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Float();

    [GeneratedRegex(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z")]
    private static partial Regex NoNumber();
}
