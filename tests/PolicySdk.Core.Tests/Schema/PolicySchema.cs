using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using PolicySdk.Policies;
using PolicySdk.TestSupport;
using PolicySdk.Yaml;

namespace PolicySdk.Core.Tests.Schema;

/// <summary>The schema of one kind of file, as it is shipped.</summary>
internal sealed class PolicySchema
{
    internal const string Folder = "policies/schema";

    private static readonly Dictionary<PolicyFileKind, PolicySchema> ByKind = new()
    {
        [PolicyFileKind.Policy] = new("policy"),
        [PolicyFileKind.Networks] = new("networks"),
        [PolicyFileKind.ClientAddress] = new("client-address"),
        [PolicyFileKind.Guardrails] = new("guardrails"),
    };

    private readonly JsonSchema _schema;

    private PolicySchema(string kind)
    {
        FileName = kind + ".schema.json";
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, Folder, FileName));
        Root = JsonNode.Parse(text)!.AsObject();
        _schema = JsonSchema.FromText(text);
    }

    internal static IEnumerable<PolicySchema> All => ByKind.Values;

    internal string FileName { get; }

    internal JsonObject Root { get; }

    internal JsonObject Definitions => Root["definitions"]!.AsObject();

    internal static PolicySchema Of(string path) => ByKind[PolicyFileKinds.Of(path)];

    internal bool Accepts(YamlNode? node) => Accepts(JsonSerializer.SerializeToElement(YamlJson.Of(node)));

    internal bool Accepts(JsonElement instance) => _schema.Evaluate(instance).IsValid;

    internal bool IsValidSchema() => MetaSchemas.Draft7.Evaluate(JsonSerializer.SerializeToElement(Root)).IsValid;
}
