namespace PolicySdk.Yaml;

/// <summary>Why a file can't be read, and where.</summary>
internal sealed record YamlFault(TextRange Range, string Message);
