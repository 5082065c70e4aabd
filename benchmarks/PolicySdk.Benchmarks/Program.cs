using BenchmarkDotNet.Running;
using PolicySdk.Benchmarks;
using PolicySdk.Benchmarks.Kestrel;

switch (args)
{
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
