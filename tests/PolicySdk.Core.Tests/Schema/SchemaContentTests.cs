using System.Text.Json.Nodes;
using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Schema;

/// <summary>What the schemas say is what the code says: keys, rules, severities, names.</summary>
public sealed class SchemaContentTests
{
    private static readonly PolicySchema Policy = PolicySchema.Of("sample.policy.yaml");
    private static readonly PolicySchema Networks = PolicySchema.Of("sample.networks.yaml");
    private static readonly PolicySchema ClientAddress = PolicySchema.Of("client-address.yaml");
    private static readonly PolicySchema Guardrails = PolicySchema.Of("guardrails.yaml");

    [Fact]
    public void Each_is_a_schema_of_draft_07_with_its_address_and_title() =>
        Assert.All(PolicySchema.All, static schema =>
        {
            Assert.True(schema.IsValidSchema());
            Assert.Equal("http://json-schema.org/draft-07/schema#", (string?)schema.Root["$schema"]);
            Assert.Equal($"https://raw.githubusercontent.com/policysdk/policysdk/main/{PolicySchema.Folder}/{schema.FileName}", (string?)schema.Root["$id"]);
            Assert.StartsWith("PolicySdk ", (string?)schema.Root["title"], StringComparison.Ordinal);
        });

    [Fact]
    public void The_keys_are_those_of_the_language()
    {
        Assert.Equal(Keys.OfPolicy, KeysAt(Policy, "properties"));
        Assert.Equal(Keys.OfMode, KeysAt(Policy, "definitions/mode/then/properties"));
        Assert.Equal(Keys.OfClient, KeysAt(Policy, "definitions/client/properties"));
        Assert.Equal(Keys.OfEntry, KeysAt(Policy, "definitions/entryMapping/properties"));
        Assert.Equal(Keys.OfWaiver, KeysAt(Policy, "definitions/waiver/properties"));
        Assert.Equal(Keys.OfExpectation, KeysAt(Policy, "definitions/expectation/properties"));
        Assert.Equal(Keys.OfFamilies, ValuesAt(Policy, "definitions/expectation/properties/family/enum"));
        Assert.Equal(Keys.OfNetworksFile, KeysAt(Networks, "properties"));
        Assert.Equal(Keys.OfNetwork, KeysAt(Networks, "definitions/network/properties"));
        Assert.Equal(Keys.OfSource, KeysAt(Networks, "definitions/network/properties/source/properties"));
        Assert.Equal(Keys.OfClientAddressFile, KeysAt(ClientAddress, "properties"));
        Assert.Equal(Keys.OfClientAddress, KeysAt(ClientAddress, "properties/client-address/properties"));
        Assert.Equal(Keys.OfGuardrailsFile, KeysAt(Guardrails, "properties"));
        Assert.Equal(Keys.OfGuardrails, KeysAt(Guardrails, "properties/guardrails/properties"));
        Assert.Equal(Keys.OfFamilies, KeysAt(Guardrails, "properties/guardrails/properties/widest/properties"));
        Assert.Equal(Keys.OfExpiry, KeysAt(Guardrails, "properties/guardrails/properties/expiry/properties"));
        Assert.Equal(Keys.OfWaivers, KeysAt(Guardrails, "properties/guardrails/properties/waivers/properties"));
        Assert.Equal(Keys.Requirable, ValuesAt(Guardrails, "properties/guardrails/properties/require/items/enum"));
    }

    [Fact]
    public void A_mapping_knows_its_keys_alone_and_describes_each() =>
        Assert.All(PolicySchema.All, static schema =>
        {
            var mappings = MappingsIn(schema.Root).ToList();

            Assert.NotEmpty(mappings);
            Assert.All(mappings, static mapping =>
            {
                Assert.False((bool)mapping["additionalProperties"]!);
                Assert.All(mapping["properties"]!.AsObject(), static property => Assert.EndsWith(".", (string?)property.Value!["description"], StringComparison.Ordinal));
            });
        });

    [Fact]
    public void A_definition_is_the_same_in_every_schema_and_used_in_each()
    {
        var definitions = PolicySchema.All.SelectMany(static schema => schema.Definitions).ToLookup(static definition => definition.Key, static definition => definition.Value!.ToJsonString());

        Assert.Equal(4, definitions["entryMapping"].Count());
        Assert.All(definitions, static copies => Assert.Single(copies.Distinct()));
        Assert.All(PolicySchema.All, static schema => Assert.All(
            schema.Definitions, definition => Assert.Contains($"\"#/definitions/{definition.Key}\"", schema.Root.ToJsonString(), StringComparison.Ordinal)));
    }

    [Fact]
    public void The_rules_that_can_be_waived_are_those_of_the_catalogue()
    {
        var waivable = RuleCatalogue.Rules.Where(static rule => rule.IsWaivable).Select(static rule => rule.Id).ToList();

        Assert.NotEmpty(waivable);
        Assert.Equal(waivable, ValuesAt(Policy, "definitions/waiver/properties/rule/enum"));
    }

    [Fact]
    public void The_rules_that_can_be_adjusted_and_how_are_those_of_the_catalogue()
    {
        var severities = At(Guardrails, "properties/guardrails/properties/severity/properties").AsObject();
        var adjustable = RuleCatalogue.Rules.Where(static rule => rule.IsAdjustable).ToList();

        Assert.Contains(adjustable, static rule => rule.IsSecurity);
        Assert.Equal(adjustable.Select(static rule => rule.Id), severities.Select(static severity => severity.Key));
        Assert.All(adjustable, rule =>
        {
            // The cases of a fatal rule that can be adjusted are warnings.
            var usual = rule.IsFatal ? ProblemSeverity.Warning : rule.Severity;
            Assert.Equal($"{rule.Title}. By default: {Word(usual)}{(rule.IsSecurity ? "; never looser" : "")}.", (string?)severities[rule.Id]!["description"]);
            Assert.Equal(
                [.. Enum.GetValues<ProblemSeverity>().OrderDescending().Where(severity => !rule.IsSecurity || severity >= usual).Select(Word), .. rule.IsSecurity ? Array.Empty<string>() : ["none"]],
                severities[rule.Id]!["enum"]!.AsArray().Select(static value => (string?)value));
        });
    }

    [Fact]
    public void The_names_that_a_policy_can_t_have_are_those_of_the_generated_code()
    {
        var names = ValuesAt(Policy, "properties/policy/allOf/1/not/enum").ToList();

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.All(names, static name => Assert.True(PolicyNames.IsPolicyName(name) && PolicyNames.IsReserved(PolicyNames.ToIdentifier(name))));
        Assert.Equal(PolicyNames.Reserved.Order(StringComparer.OrdinalIgnoreCase), names.Select(PolicyNames.ToIdentifier).Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    private static string Word(ProblemSeverity severity) => severity.ToString().ToLowerInvariant();

    private static JsonNode At(PolicySchema schema, string path) =>
        path.Split('/').Aggregate((JsonNode)schema.Root, static (node, step) => node is JsonArray array ? array[int.Parse(step, null)]! : node[step]!);

    private static IEnumerable<string> KeysAt(PolicySchema schema, string path) => At(schema, path).AsObject().Select(static property => property.Key);

    private static IEnumerable<string> ValuesAt(PolicySchema schema, string path) => At(schema, path).AsArray().Select(static value => (string)value!);

    // Properties that are false take keys away from another definition, which knows the rest.
    private static IEnumerable<JsonObject> MappingsIn(JsonNode? node) => node switch
    {
        JsonObject mapping => mapping.SelectMany(static property => MappingsIn(property.Value)).Concat(IsMapping(mapping) ? [mapping] : []),
        JsonArray list => list.SelectMany(MappingsIn),
        _ => [],
    };

    private static bool IsMapping(JsonObject node) => node["properties"] is JsonObject properties && properties.All(static property => property.Value is JsonObject) && node["additionalProperties"] is not null;
}
