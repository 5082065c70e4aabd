namespace PolicySdk.Yaml;

/// <summary>Says what to write instead where the YAML library names only its own state.</summary>
internal static class SyntaxFaults
{
    /// <summary>Explains a message of the library about a place; returns the message itself where no more is known.</summary>
    internal static string Explain(string message, string text, int place)
    {
        var at = place < text.Length ? text[place] : '\0';
        var isFlow = Says(message, "did not find expected ','");
        return at == ':' && (isFlow || Says(message, "invalid mapping"))
                ? $"a ':' stands inside a value. Put a text that holds it in quotes{(isFlow ? ", or write the ',' that is missing before a key" : "")}."
            : isFlow ? "a ',' or a closing bracket is missing before this place. Put a text with quotes or brackets in it into quotes as a whole."
            : Says(message, "cannot start any token") && at is > ' ' and <= '~' ? $"a text that starts with '{at}' needs quotes."
            : Says(message, "expected node content") && at == '-' ? "a text that starts with '- ' needs quotes."
            : message;
    }

    private static bool Says(string message, string part) => message.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
