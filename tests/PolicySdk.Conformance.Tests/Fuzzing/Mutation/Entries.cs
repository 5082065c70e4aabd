using System.Text;

namespace PolicySdk.Conformance.Tests.Fuzzing.Mutation;

/// <summary>Entries in one line, made of what the dictionary holds; most of them have no fault.</summary>
internal static class Entries
{
    private const int Depth = 2;

    internal static string Make(Random random) => Make(random, Depth);

    /// <summary>A field with the comma before it.</summary>
    internal static string Field(Random random) => Field(random, Depth);

    private static string Make(Random random, int depth)
    {
        var text = new StringBuilder(random.OneIn(5) ? $"{{net: {random.Pick(Tokens.Networks)}" : $"{{ip: \"{random.Pick(Tokens.Addresses)}\"");
        for (var fields = random.Next(3); fields > 0; fields--)
        {
            text.Append(Field(random, depth));
        }

        return text.Append('}').ToString();
    }

    private static string Field(Random random, int depth) => random.Next(9) switch
    {
        0 => $", from: {random.Pick(Tokens.Dates)}",
        1 or 2 => $", expires: {random.Pick(Tokens.Dates)}",
        3 => $", only-in: {random.Pick(Tokens.Environments)}",
        4 or 5 when depth > 0 => $", except: [{Make(random, depth - 1)}{(random.OneIn(2) ? "" : ", " + Make(random, depth - 1))}]",
        6 => $", waive: {{rule: {random.Pick(Tokens.Rules)}, reason: Agreed, until: {random.Pick(Tokens.Dates)}}}",
        7 => ", off: Not now",
        _ => ", note: Rack 7, ticket: OPS-7",
    };
}
