namespace PolicySdk.Yaml;

/// <summary>How much of a file is read.</summary>
internal static class YamlLimits
{
    internal const int FileBytes = 16 * 1024 * 1024;
    internal const int Depth = 32;
    internal const int TextLength = 4096;

    /// <summary>Longer lines can't be reviewed.</summary>
    internal const int LineLength = 65_536;
}
