using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>What a call maps.</summary>
internal enum MappingKind
{
    /// <summary>Nothing, or nothing but a group.</summary>
    None,

    /// <summary>One endpoint, or some that nothing but the call speaks of: a hub, health checks.</summary>
    Endpoint,

    /// <summary>The controllers of the application.</summary>
    Controllers,

    /// <summary>The Razor Pages of the application.</summary>
    Pages,

    /// <summary>The Razor components of the application.</summary>
    Components,

    /// <summary>An endpoint that leads on to a controller, whose policies hold too.</summary>
    ToController,

    /// <summary>An endpoint that leads on to a page, whose policies hold too.</summary>
    ToPage,

    /// <summary>Whatever code that can't be seen maps.</summary>
    Opaque,

    /// <summary>A data source, whose endpoints nobody knows yet.</summary>
    DataSource,
}

/// <summary>A call that maps endpoints.</summary>
internal sealed record Mapping(IInvocationOperation Call, MappingKind Kind)
{
    /// <summary>The name of the method in the call.</summary>
    internal Location Location => Call.NameLocation();

    /// <summary>Whether classes of the project say more of what is mapped: controllers, pages, components.</summary>
    internal bool HasHandlers => Kind is not (MappingKind.Endpoint or MappingKind.Opaque or MappingKind.DataSource);

    /// <summary>The endpoint in words.</summary>
    internal string Description => Pattern is { Length: > 0 } pattern ? $"Endpoint '{Printable(pattern)}'" : $"What {Call.TargetMethod.Name} maps";

    private string? Pattern => Call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name is "pattern" or "prefix")?.Value.ConstantValue.Value as string;

    // What breaks a line, or turns the direction of writing, would make another message of this one.
    private static string Printable(string pattern) => string.Concat(pattern.Select(static c => IsPrintable(c) ? c.ToString() : "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture)));

    private static bool IsPrintable(char c) =>
        char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
