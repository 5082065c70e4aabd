using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Tells which controllers a conventional route reaches.</summary>
internal static class ControllerRoute
{
    /// <summary>Whether a route reaches the controllers of an area, or those without one; yes where that can't be told.</summary>
    internal static bool Reaches(IInvocationOperation call, string? area) => call.TargetMethod.Name switch
    {
        "MapAreaControllerRoute" => area is not null && (Text(call, "areaName") ?? area) == area,
        "MapControllerRoute" => Text(call, "pattern") is not { } pattern || HasArea(pattern) == area is not null || HasDefaults(call),
        "MapDefaultControllerRoute" => area is null,
        _ => true,
    };

    private static bool HasArea(string pattern) => pattern.IndexOf("{area", StringComparison.OrdinalIgnoreCase) >= 0;

    // They may name the area.
    private static bool HasDefaults(IInvocationOperation call) =>
        call.Arguments.Any(static argument => argument is { Parameter.Name: "defaults", ArgumentKind: not ArgumentKind.DefaultValue });

    private static string? Text(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value.ConstantValue.Value as string;
}
