namespace PolicySdk.Conformance.Tests.Fuzzing.Mutation;

/// <summary>All mutations, and how often each is drawn: those that leave a file whole more often than those that break it.</summary>
internal static class Mutations
{
    private static readonly (int Weight, Mutation Mutation)[] Weighted =
    [
        (2, CharacterMutations.InsertOdd),
        (3, CharacterMutations.InsertMark),
        (2, CharacterMutations.Replace),
        (2, CharacterMutations.Delete),
        (1, CharacterMutations.Repeat),
        (1, CharacterMutations.Truncate),
        (1, CharacterMutations.FlipByte),
        (3, LineMutations.Delete),
        (3, LineMutations.Duplicate),
        (2, LineMutations.Swap),
        (2, LineMutations.Indent),
        (1, LineMutations.Join),
        (1, LineMutations.EndAlike),
        (2, LineMutations.Graft),
        (1, LineMutations.CrossOver),
        (14, LineMutations.AddEntry),
        (5, TokenMutations.Replace),
        (6, TokenMutations.Move),
        (2, TokenMutations.Swap),
        (2, TokenMutations.Quote),
        (14, TokenMutations.AddField),
        (6, NumberMutations.Change),
        (4, NumberMutations.ChangePrefix),
        (1, NestingMutations.Wrap),
        (2, NestingMutations.Except),
    ];

    private static readonly Mutation[] All = [.. Weighted.SelectMany(static row => Enumerable.Repeat(row.Mutation, row.Weight))];

    /// <summary>Changes a text once, or a few times.</summary>
    internal static string Apply(string text, Random random, Seeds seeds)
    {
        do
        {
            text = random.Pick(All)(text, random, seeds);
        }
        while (!random.OneIn(2) && text.Length < Seeds.Longest);
        return text;
    }
}
