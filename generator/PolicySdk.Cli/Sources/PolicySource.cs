using System.Text;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Sources;

/// <summary>A file of the folder, with what is needed to write it back to the byte.</summary>
/// <param name="Path">Relative to the project, with forward slashes.</param>
/// <param name="Text">The text without byte order mark.</param>
/// <param name="HasMark">Whether a byte order mark stands before it.</param>
/// <param name="IsUtf8">Whether it is UTF-8; others are never written.</param>
internal sealed record PolicySource(string Path, string Text, bool HasMark, bool IsUtf8)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal PolicyInput Input => new(Path, Text) { IsUtf8 = IsUtf8 };

    /// <summary>The bytes of the file with this text.</summary>
    internal byte[] Bytes => HasMark ? [.. Encoding.UTF8.Preamble, .. Strict.GetBytes(Text)] : Strict.GetBytes(Text);

    internal static PolicySource Of(string path, ReadOnlySpan<byte> bytes)
    {
        var hasMark = bytes.StartsWith(Encoding.UTF8.Preamble);
        var content = hasMark ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            return new(path, Strict.GetString(content), hasMark, IsUtf8: true);
        }
        catch (DecoderFallbackException)
        {
            return new(path, Encoding.UTF8.GetString(content), hasMark, IsUtf8: false);
        }
    }
}
