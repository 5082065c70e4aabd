using System.Globalization;
using PolicySdk.Collections;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Generator.Emission;

/// <summary>Writes how the day and the environment decide between entries.</summary>
internal static class ChoiceEmitter
{
    private const string Signature = "int choice, in global::PolicySdk.IpPolicyConditions now";

    /// <summary>Up to here the candidates stand in one expression; the compiler gives up on very deep ones.</summary>
    private const int CandidatesOfExpression = 8;

    internal static void WriteChoose(SourceWriter writer, EquatableArray<MatchChoice> choices)
    {
        var chunks = Chunks.Of(choices);
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        if (chunks.Count < 2)
        {
            WriteSwitch(writer, $"protected override int Choose({Signature})", choices, 0);
        }
        else
        {
            writer.Open($"protected override int Choose({Signature}) => (choice / {CSharpText.Number(Chunks.ArmsOfMethod)}) switch");
            for (var i = 0; i < chunks.Count; i++)
            {
                writer.Line($"{CSharpText.Number(i)} => Choose_{CSharpText.Number(i)}(choice, now),");
            }

            writer.Line("_ => None,");
            writer.Close(";");
            for (var i = 0; i < chunks.Count; i++)
            {
                writer.Line();
                WriteSwitch(writer, $"private static int Choose_{CSharpText.Number(i)}({Signature})", chunks[i], i * Chunks.ArmsOfMethod);
            }
        }

        for (var i = 0; i < choices.Count; i++)
        {
            WriteLongChoice(writer, choices[i], i);
        }
    }

    /// <summary>A day as arguments: <c>2026, 12, 31</c>.</summary>
    internal static string Arguments(CalendarDate date) => string.Format(CultureInfo.InvariantCulture, "{0}, {1}, {2}", date.Year, date.Month, date.Day);

    private static void WriteSwitch(SourceWriter writer, string signature, IReadOnlyList<MatchChoice> choices, int first)
    {
        if (choices.Count == 0)
        {
            writer.Line(signature + " => None;");
            return;
        }

        writer.Open(signature + " => choice switch");
        for (var i = 0; i < choices.Count; i++)
        {
            writer.Line($"{CSharpText.Number(first + i)} => {(IsLong(choices[i]) ? $"Choice_{CSharpText.Number(first + i)}(now)" : Expression(choices[i]))},");
        }

        writer.Line("_ => None,");
        writer.Close(";");
    }

    private static void WriteLongChoice(SourceWriter writer, MatchChoice choice, int index)
    {
        if (!IsLong(choice))
        {
            return;
        }

        writer.Line();
        writer.Open($"private static int Choice_{CSharpText.Number(index)}(in global::PolicySdk.IpPolicyConditions now)");
        foreach (var candidate in choice.Candidates)
        {
            writer.Open($"if ({Condition(candidate.Condition)})");
            writer.Line($"return {CSharpText.Number(candidate.Entry)};");
            writer.Close();
            writer.Line();
        }

        writer.Line($"return {Lapsed(choice)};");
        writer.Close();
    }

    private static bool IsLong(MatchChoice choice) => choice.Candidates.Count > CandidatesOfExpression;

    private static string Expression(MatchChoice choice) =>
        string.Concat(choice.Candidates.Select(static candidate => $"{Condition(candidate.Condition)} ? {CSharpText.Number(candidate.Entry)} : ")) + Lapsed(choice);

    private static string Lapsed(MatchChoice choice) => $"Lapsed({CSharpText.Number(choice.Candidates[0].Entry)})";

    private static string Condition(EntryCondition condition)
    {
        var terms = new List<string>();
        if (condition.From is { } from)
        {
            terms.Add($"now.OnOrAfter({Arguments(from)})");
        }

        if (condition.Expires is { } expires)
        {
            terms.Add($"now.OnOrBefore({Arguments(expires)})");
        }

        if (condition.OnlyIn.Count > 0)
        {
            var environments = string.Join(" || ", condition.OnlyIn.Select(static name => $"now.In({CSharpText.Literal(name)})"));
            terms.Add(condition.OnlyIn.Count == 1 ? environments : $"({environments})");
        }

        terms.AddRange(condition.Unless.Select(static exception => $"!({Condition(exception)})"));
        return terms.Count == 0 ? "true" : string.Join(" && ", terms);
    }
}
