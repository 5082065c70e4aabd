namespace PolicySdk.Validation;

/// <summary>The pages that explain the rules.</summary>
internal static class RulePages
{
    private const string Folder = "https://github.com/policysdk/policysdk/blob/main/analyzers/rules/";

    internal static string Of(string rule) => Folder + rule + ".md";
}
