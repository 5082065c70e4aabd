using System.Globalization;

namespace PolicySdk.Generator.Tests.HostileText;

/// <summary>Texts that try to leave the literal, comment or name that they are written into.</summary>
internal static class HostileTexts
{
    /// <summary>Texts that a policy file may hold: they must arrive as they are.</summary>
    internal static readonly string[] Allowed =
    [
        "\"; System.Environment.Exit(1); //",
        "\"\"\" + Evil() + \"\"\"",
        "{0} {{}} {1:X}",
        "*/ public static int Evil; /*",
        "</c></summary><evil>&lt;&amp;&bogus;",
        "<![CDATA[ ]]> <!-- -- --> <?xml?>",
        "#endif",
        "#pragma warning disable",
        @"C:\temp\new\u0022\x22\",
        @"\",
        @"\t\n\r\0 \\",
        "'\"'\"`$@",
        "$\"{Evil}\"",
        "// /// /* //",
        "אבג مرحبا 漢字 é e\u0301 \U0001F600",
        "\u00A0\u200B\u200D\u3000x",
        "}}}}]]]]))))",
        "global::System.String",
        "null",
        new('x', 4096),
        string.Concat(Enumerable.Repeat("\"\\", 2048)),
    ];

    /// <summary>Texts that no policy file may hold: a diagnostic each.</summary>
    internal static readonly string[] Refused =
    [
        "line\u0085evil", "line\u2028evil", "line\u2029evil", "line\revil", "tab\there", "nul\0", "bell\a", "escape\u001B[31m",
        "over\u202Eride", "isolate\u2066d", "mark\u200F", "bom\uFEFF", "\uFFFD", "\uFFFE", "delete\u007F", new('x', 4097),
    ];

    /// <summary>Texts that only a path can bring: YAML's escapes can't write half of a character.</summary>
    internal static readonly string[] OfPathsOnly = ["lone\uD800", "lone\uDC00x", "\uDFFF\uD800"];

    /// <summary>The text as a double-quoted YAML scalar, everything that is not plain ASCII escaped.</summary>
    internal static string ToYaml(string text) => "\"" + string.Concat(text.EnumerateRunes().Select(static rune =>
        rune.Value is '"' or '\\' ? "\\" + rune
        : rune.Value is >= ' ' and < 0x7F ? rune.ToString()
        : string.Format(CultureInfo.InvariantCulture, "\\U{0:X8}", rune.Value))) + "\"";
}
