using Microsoft.CodeAnalysis;
using PolicySdk.Policies;

namespace PolicySdk.Generator.Emission;

/// <summary>Writes the type of the project's trusted proxies.</summary>
internal static class ClientAddressEmitter
{
    internal static void Emit(SourceProductionContext context, ClientAddressModel? model, string targetNamespace)
    {
        if (model is null)
        {
            return;
        }

        var writer = SourceWriter.StartFile(targetNamespace, model.Path);
        writer.Open("public static partial class IpPolicies");
        writer.Line("/// <summary>The proxies that may name the client, and the header in which they do.</summary>");
        writer.Line($"/// <remarks>{(model.IsValid ? "From" : "Trusts nobody, because of an error in")} <c>{CSharpText.Documentation(model.Path)}</c>.</remarks>");
        writer.Line(PolicyEmitter.GeneratedCode);
        writer.Open("public sealed class ClientAddress : global::PolicySdk.IpClientAddress");
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override string HeaderName => {CSharpText.Literal(model.Header)};");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override int? Limit => {(model.Limit is { } limit ? CSharpText.Number(limit) : "null")};");
        if (!model.IsValid)
        {
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line("public override bool IsValid => false;");
        }

        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("protected override string[] CreateTrustedProxies() =>");
        writer.Line("[");
        foreach (var prefix in model.Prefixes)
        {
            writer.Line($"    {CSharpText.Literal(prefix)},");
        }

        writer.Line("];");
        writer.Close();
        writer.Close();
        context.AddSource("IpPolicies.ClientAddress.g.cs", writer.ToSourceText());
    }
}
