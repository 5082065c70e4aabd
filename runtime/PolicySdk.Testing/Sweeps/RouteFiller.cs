using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;

namespace PolicySdk.Testing.Sweeps;

/// <summary>Makes a path that a route takes: each parameter is filled with the first text that its own constraints accept.</summary>
internal sealed class RouteFiller(ParameterPolicyFactory policies, IReadOnlyDictionary<string, string> given)
{
    private static readonly string[] Candidates =
        ["1", "a", "true", "2026-01-31", "00000000-0000-0000-0000-000000000001", "1.5", "a.txt", "aaaaaaaa", "AAAA1111", "en", "10", "100", "1000"];

    /// <summary>The path, or null where a parameter can't be filled.</summary>
    /// <param name="pattern">The route.</param>
    /// <param name="unfilled">The parameter that can't.</param>
    internal string? Fill(RoutePattern pattern, out string? unfilled)
    {
        var path = "";
        foreach (var segment in pattern.PathSegments)
        {
            var text = Fill(segment, pattern, out unfilled);
            if (text is null)
            {
                return null;
            }

            path += text.Length == 0 ? "" : "/" + text;
        }

        unfilled = null;
        return path.Length == 0 ? "/" : path;
    }

    private string? Fill(RoutePatternPathSegment segment, RoutePattern pattern, out string? unfilled)
    {
        var text = "";
        unfilled = null;
        foreach (var part in segment.Parts)
        {
            switch (part)
            {
                case RoutePatternLiteralPart literal:
                    text += Uri.EscapeDataString(literal.Content);
                    break;
                case RoutePatternSeparatorPart separator:
                    text += separator.Content;
                    break;
                case RoutePatternParameterPart { IsOptional: true } optional when !given.ContainsKey(optional.Name):
                    // With the dot before it, as routing has it.
                    text = text.TrimEnd('.');
                    break;
                case RoutePatternParameterPart parameter when ValueOf(parameter, pattern) is { } value:
                    text += parameter.EncodeSlashes ? Uri.EscapeDataString(value) : value;
                    break;
                case RoutePatternParameterPart parameter:
                    unfilled = parameter.Name;
                    return null;
            }
        }

        return text;
    }

    private string? ValueOf(RoutePatternParameterPart parameter, RoutePattern pattern)
    {
        if (given.TryGetValue(parameter.Name, out var value))
        {
            return value;
        }

        var constraints = pattern.ParameterPolicies.TryGetValue(parameter.Name, out var references)
            ? references.Select(reference => policies.Create(parameter, reference)).OfType<IRouteConstraint>().ToList()
            : [];
        var candidates = Defaults(parameter, pattern).Concat(constraints.SelectMany(FittingTo)).Concat(Candidates);
        return candidates.FirstOrDefault(candidate => constraints.TrueForAll(constraint => Accepts(constraint, parameter.Name, candidate)));
    }

    private static IEnumerable<string> Defaults(RoutePatternParameterPart parameter, RoutePattern pattern)
    {
        object?[] defaults = [parameter.Default, pattern.RequiredValues.GetValueOrDefault(parameter.Name)];
        return defaults.Select(static value => Convert.ToString(value, CultureInfo.InvariantCulture)).Where(static text => !string.IsNullOrEmpty(text))!;
    }

    // What the constraints of the framework say of themselves; another one is tried with the usual texts.
    private static IEnumerable<string> FittingTo(IRouteConstraint constraint) => constraint switch
    {
        OptionalRouteConstraint optional => FittingTo(optional.InnerConstraint),
        MinRouteConstraint min => [Number(min.Min)],
        MaxRouteConstraint max => [Number(max.Max)],
        RangeRouteConstraint range => [Number(range.Min)],
        MinLengthRouteConstraint length => [new('1', length.MinLength), new('a', length.MinLength)],
        MaxLengthRouteConstraint length => [new('1', length.MaxLength), new('a', length.MaxLength)],
        LengthRouteConstraint length => [new('1', length.MinLength), new('a', length.MinLength)],
        _ => [],
    };

    private static bool Accepts(IRouteConstraint constraint, string name, string candidate)
    {
        try
        {
            return constraint.Match(httpContext: null, route: null, name, new RouteValueDictionary { [name] = candidate }, RouteDirection.IncomingRequest);
        }
        catch (Exception)
        {
            // One of the application's that can't do without a request.
            return false;
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
