using PolicySdk.Benchmarks.Matching.Workloads;

namespace PolicySdk.Benchmarks.Matching.Goals;

/// <summary>Measures everything that has a goal and needs no other program, and prints it row by row.</summary>
internal static class GoalTable
{
    internal static void Print(bool isQuick)
    {
        var folder = Directory.CreateTempSubdirectory("policysdk-lists-");
        try
        {
            var lists = SpeedGoals.Lists.Concat(TableGoals.Lists).Concat(FirstDecision.Lists).DistinctBy(static list => list.Name).ToDictionary(static list => list.Name);
            var compiled = CompiledLists.Build(folder.FullName, lists.Values, AllocationGoals.ClientsPolicy);
            Goal.PrintHead();
            var goals = SpeedGoals.Measure(lists, compiled, rounds: isQuick ? 41 : 401)
                .Concat(AllocationGoals.Measure(compiled))
                .Concat(TableGoals.Measure(compiled))
                .Concat(FirstDecision.Measure(folder.FullName, lists, rounds: isQuick ? 5 : 21));
            foreach (var goal in goals)
            {
                goal.Print();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
