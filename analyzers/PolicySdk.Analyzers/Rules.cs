using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers;

/// <summary>The table of all rules on C#.</summary>
internal static class Rules
{
    private const string Category = "PolicySdk";
    private const string Pages = "https://github.com/policysdk/policysdk/blob/main/analyzers/rules/";

    internal static readonly DiagnosticDescriptor UnusedPolicy = Create(
        RuleIds.UnusedPolicy, DiagnosticSeverity.Warning, "Policy that no endpoint uses",
        "No endpoint uses policy '{0}'. Require it with RequireIpPolicy<{1}>(), or delete the file.");

    internal static readonly DiagnosticDescriptor UnprotectedEndpoint = Create(
        RuleIds.UnprotectedEndpoint, DiagnosticSeverity.Warning, "Endpoint with neither policy nor opt-out",
        "{0} has neither an IP policy nor an opt-out: it refuses everybody by default. Add {1}.");

    internal static readonly DiagnosticDescriptor MissingReason = Create(
        RuleIds.MissingReason, DiagnosticSeverity.Error, "Opt-out without a reason",
        "Say why any address may call: a reviewer will ask. {0} is no reason.");

    internal static readonly DiagnosticDescriptor OverriddenPolicy = Create(
        RuleIds.OverriddenPolicy, DiagnosticSeverity.Warning, "Policy or opt-out that is always overridden",
        "'{0}' never takes effect: {1}. Remove one of them.");

    internal static readonly DiagnosticDescriptor UnknownEndpoint = Create(
        RuleIds.UnknownEndpoint, DiagnosticSeverity.Info, "Endpoint whose policy can't be followed",
        "Whether a policy reaches {0} can't be told here: {1}. The audit at start-up tells.");

    internal static readonly DiagnosticDescriptor BeforePolicies = Create(
        RuleIds.BeforePolicies, DiagnosticSeverity.Warning, "Requests answered before the policies are applied", "{0}");

    internal static readonly DiagnosticDescriptor PipelineSetup = Create(
        RuleIds.PipelineSetup, DiagnosticSeverity.Warning, "AddIpPolicies or UseIpPolicies missing, or in the wrong order", "{0}");

    internal static readonly DiagnosticDescriptor MisplacedPolicy = Create(
        RuleIds.MisplacedPolicy, DiagnosticSeverity.Warning, "Policy or opt-out that does not hold where it stands",
        "'{0}' {1}: {2}. {3}.");

    internal static readonly DiagnosticDescriptor TrustsAnyProxy = Create(
        RuleIds.TrustsAnyProxy, DiagnosticSeverity.Warning, "Forwarded headers believed from anybody", "{0}");

    internal static readonly DiagnosticDescriptor HeaderReadByHand = Create(
        RuleIds.HeaderReadByHand, DiagnosticSeverity.Warning, "Forwarding header read by hand",
        "'{0}' is what the caller wrote, unless a trusted proxy replaced it. Read HttpContext.Connection.RemoteIpAddress, which the forwarded headers of trusted proxies have set.");

    internal static readonly DiagnosticDescriptor ForwardedHeadersSetup = Create(
        RuleIds.ForwardedHeadersSetup, DiagnosticSeverity.Warning, "UseForwardedHeaders missing, or after the policies", "{0}");

    internal static readonly DiagnosticDescriptor AddressComparison = Create(
        RuleIds.AddressComparison, DiagnosticSeverity.Warning, "IP addresses compared by reference or as text", "{0}");

    // What is told when the whole compilation is known carries a tag that says so; the rule is the same.
    internal static DiagnosticDescriptor AtCompilationEnd(DiagnosticDescriptor rule) => new(
        rule.Id, rule.Title, rule.MessageFormat, rule.Category, rule.DefaultSeverity, rule.IsEnabledByDefault, rule.Description, rule.HelpLinkUri,
        [.. rule.CustomTags, WellKnownDiagnosticTags.CompilationEnd]);

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: Pages + id + ".md");
}
