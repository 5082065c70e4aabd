using Microsoft.CodeAnalysis;
using PolicySdk.Generator.Forms.Tables;
using PolicySdk.Policies;

namespace PolicySdk.Generator.Emission;

/// <summary>Writes the type of one policy: what it is called, and what it decides.</summary>
internal static class PolicyEmitter
{
    internal static readonly string GeneratedCode =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"PolicySdk\", {CSharpText.Literal(typeof(PolicyEmitter).Assembly.GetName().Version.ToString(3))})]";

    internal static void Emit(SourceProductionContext context, PolicyModel model, string targetNamespace, LiteralRoom room)
    {
        var writer = SourceWriter.StartFile(targetNamespace, model.Path);
        writer.Open("public static partial class IpPolicies");
        WriteDocumentation(writer, model);
        writer.Line(GeneratedCode);
        writer.Open($"public sealed partial class {model.Identifier} : global::PolicySdk.IpPolicy");
        WriteProperties(writer, model);
        ClientEmitter.WriteConstants(writer, model.ClientIds);
        MatcherEmitter.WriteMatchers(writer, room, model.Plan);
        ChoiceEmitter.WriteChoose(writer, model.Plan.Choices);
        ClientEmitter.WriteFindClient(writer, model.IsValid ? model.ClientIds : []);
        writer.Close();
        writer.Close();
        context.AddSource($"IpPolicies.{model.Identifier}.g.cs", writer.ToSourceText());
    }

    private static void WriteDocumentation(SourceWriter writer, PolicyModel model)
    {
        var description = model.Description is null ? "" : ": " + CSharpText.Documentation(model.Description);
        writer.Line($"/// <summary>The policy <c>{CSharpText.Documentation(model.Name)}</c>{description}</summary>");
        writer.Line("/// <remarks>");
        writer.Line($"/// {(model.IsValid ? "From" : "Refuses everybody, because of an error in")} <c>{CSharpText.Documentation(model.Path)}</c>.");
        if (model.Owner is not null)
        {
            writer.Line($"/// Owner: {CSharpText.Documentation(model.Owner)}.");
        }

        if (model.EntryTexts.Count > 0)
        {
            writer.Line("/// <list type=\"bullet\">");
            foreach (var text in model.EntryTexts)
            {
                writer.Line($"/// <item><description>{CSharpText.Documentation(text)}</description></item>");
            }

            writer.Line("/// </list>");
        }

        if (model.EntryCount > model.EntryTexts.Count)
        {
            writer.Line($"/// And {CSharpText.Number(model.EntryCount - model.EntryTexts.Count)} entries more.");
        }

        writer.Line("/// </remarks>");
    }

    private static void WriteProperties(SourceWriter writer, PolicyModel model)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override string Name => {CSharpText.Literal(model.Name)};");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override string Revision => {CSharpText.Literal(model.Revision)};");
        writer.Line();
        // Written also where they only repeat what is inherited: hot reload changes bodies, and adds no override.
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override bool IsValid => {(model.IsValid ? "true" : "false")};");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override global::System.DateOnly? ReportUntil => {(model.ReportUntil is { } day ? $"new global::System.DateOnly({ChoiceEmitter.Arguments(day)})" : "null")};");
    }
}
