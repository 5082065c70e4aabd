namespace PolicySdk.Policies;

/// <summary>What a file under <c>policies/</c> holds, by its name.</summary>
internal enum PolicyFileKind
{
    Unknown,
    Policy,
    Networks,
    ClientAddress,
    Guardrails,
}

/// <summary>Tells the kinds apart.</summary>
internal static class PolicyFileKinds
{
    internal static PolicyFileKind Of(string path)
    {
        var name = WithoutExtension(path.Substring(path.LastIndexOf('/') + 1));
        return name is null ? PolicyFileKind.Unknown
            : name.EndsWith(".policy", StringComparison.OrdinalIgnoreCase) ? PolicyFileKind.Policy
            : name.EndsWith(".networks", StringComparison.OrdinalIgnoreCase) ? PolicyFileKind.Networks
            : name.Equals("client-address", StringComparison.OrdinalIgnoreCase) ? PolicyFileKind.ClientAddress
            : name.Equals("guardrails", StringComparison.OrdinalIgnoreCase) ? PolicyFileKind.Guardrails
            : PolicyFileKind.Unknown;
    }

    /// <summary>Whether a path is that of a YAML file, and none that a build puts out: what the build takes for a policy file, of a known kind or not.</summary>
    internal static bool IsRead(string path) =>
        WithoutExtension(path) is not null && !path.Split('/').Any(static part => part is "bin" or "obj");

    /// <summary>The policy name that a path suggests, for a file too broken to give its own: <c>a/partner-api.policy.yaml</c> is <c>partner-api</c>.</summary>
    internal static string NameFromPath(string path)
    {
        var file = path.Substring(path.LastIndexOf('/') + 1);
        return file.Substring(0, Math.Max(0, file.IndexOf(".policy", StringComparison.OrdinalIgnoreCase)));
    }

    private static string? WithoutExtension(string name) =>
        name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 5)
        : name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4)
        : null;
}
