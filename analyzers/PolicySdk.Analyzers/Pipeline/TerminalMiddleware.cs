using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>Tells middleware that answers requests by itself.</summary>
internal sealed class TerminalMiddleware(PipelineSymbols symbols)
{
    private const string Platform = "Microsoft.AspNetCore";

    /// <summary>Whether a call adds such middleware, and no call around it tells the same.</summary>
    internal bool IsAdded(IInvocationOperation call, PipelineCall kind)
    {
        if (kind != PipelineCall.Terminal && !(kind == PipelineCall.Branch && Answers(call)))
        {
            return false;
        }

        for (var around = call.Parent; around is not null; around = around.Parent)
        {
            if (around is IInvocationOperation outer && symbols.KindOf(outer.TargetMethod) == PipelineCall.Branch && Answers(outer))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What to write instead.</summary>
    internal static string Instead(string method) => method switch
    {
        "UseStaticFiles" or "UseFileServer" => "Serve the files by app.MapStaticAssets()",
        "UseHealthChecks" => "Map them by app.MapHealthChecks()",
        "UseMvc" or "UseMvcWithDefaultRoute" => "Map the controllers by app.MapControllers() or app.MapControllerRoute()",
        "Run" => "Map an endpoint, or app.MapFallback() for what is left,",
        _ => "Map an endpoint",
    };

    // A branch whose every call is seen, and chooses no endpoints. One with a guard in it is not told as a whole.
    private bool Answers(IInvocationOperation branch)
    {
        if (LambdaOf(branch) is not { } lambda || PipelineGuards.Holds(lambda.Body, symbols))
        {
            return false;
        }

        var adds = false;
        foreach (var operation in lambda.Body.Descendants())
        {
            switch (operation)
            {
                case IInvocationOperation call when MapsEndpoints(call):
                    return false;
                case IInvocationOperation call when symbols.PipelineOf(call) is not null:
                    if (!IsPlatform(call.TargetMethod))
                    {
                        return false;
                    }

                    adds = true;
                    break;
                case IObjectCreationOperation creation when symbols.PipelineOf(creation) is not null:
                    return false;
            }
        }

        return adds;
    }

    private static IAnonymousFunctionOperation? LambdaOf(IInvocationOperation branch) =>
        branch.Arguments.Select(static argument => argument.Value.Strip()).OfType<IDelegateCreationOperation>().LastOrDefault()?.Target as IAnonymousFunctionOperation;

    private bool MapsEndpoints(IInvocationOperation call) =>
        call.TargetMethod.Name is "UseRouting" or "UseEndpoints"
        || call.ArgumentsWithReceiver().Any(argument => argument.Parameter.OriginalDefinition.Type.Implements(symbols.Policies.RouteBuilder));

    private bool IsPlatform(IMethodSymbol method) =>
        symbols.Policies.IsRuntime(method) || method.ContainingAssembly?.Name.StartsWith(Platform, StringComparison.Ordinal) == true;
}
