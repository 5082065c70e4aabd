using System.ComponentModel;

namespace PolicySdk;

/// <summary>Says where a generated policy is written. For the analyzers of this package.</summary>
/// <param name="file">The file, relative to the project, with <c>/</c> between folders.</param>
/// <param name="line">The line of the policy's name, from 1.</param>
/// <param name="column">The column of the policy's name, from 1, in UTF-16 code units.</param>
/// <param name="length">The length of the policy's name, in UTF-16 code units.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class IpPolicySourceAttribute(string file, int line, int column, int length) : Attribute
{
    /// <summary>The file, relative to the project, with <c>/</c> between folders.</summary>
    public string File { get; } = file;

    /// <summary>The line of the policy's name, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The column of the policy's name, from 1, in UTF-16 code units.</summary>
    public int Column { get; } = column;

    /// <summary>The length of the policy's name, in UTF-16 code units.</summary>
    public int Length { get; } = length;
}
