namespace PolicySdk.Cli.Editing;

/// <summary>A list of a policy or network.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Name">The client's or the network's name.</param>
internal readonly record struct ListPlace(ListKind Kind, string? Name = null)
{
    /// <summary>What it is called in messages.</summary>
    internal string Text => Kind switch
    {
        ListKind.Allow => "'allow'",
        ListKind.Block => "'block'",
        ListKind.Client => $"the client '{Name}'",
        _ => $"the network '{Name}'",
    };
}

/// <summary>The kinds of lists.</summary>
internal enum ListKind
{
    Allow,
    Block,
    Client,
    Network,
}
