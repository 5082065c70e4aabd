using BenchmarkDotNet.Running;
using PolicySdk.Benchmarks;
using PolicySdk.Benchmarks.Kestrel;

switch (args)
{
    case ["kestrel", .. var nginx]:
        await Comparison.RunAsync(nginx is [var path] ? path : null);
        break;
    case [Server.Argument, var guard]:
        await Server.RunAsync(Enum.Parse<Guard>(guard));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
