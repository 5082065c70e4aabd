using BenchmarkDotNet.Running;
using PolicySdk.Benchmarks;
using PolicySdk.Benchmarks.Kestrel;
using PolicySdk.Benchmarks.Matching;
using PolicySdk.Benchmarks.Matching.Goals;
using PolicySdk.Benchmarks.Matching.Native;

switch (args)
{
    case ["goals", .. var quick]:
        GoalTable.Print(isQuick: quick is ["--quick"]);
        break;
    case ["matrix", .. var quick]:
        Matrix.Print(isQuick: quick is ["--quick"]);
        break;
    case [FirstDecision.Argument, .. var lists]:
        FirstDecision.Run(lists);
        break;
    case ["export", var folder]:
        NativeLists.Export(folder);
        break;
    case ["lookups", var folder, .. var program]:
        Lookups.Print(folder, program is [var path] ? path : null);
        break;
    case ["kestrel"]:
        Comparison.Run();
        break;
    case [Application.Argument, var guard, .. var log]:
        await Application.ServeAsync(Enum.Parse<Guard>(guard), hasLog: log is [Application.WithLog]);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
