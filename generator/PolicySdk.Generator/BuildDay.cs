using Microsoft.CodeAnalysis.Diagnostics;
using PolicySdk.Policies;

namespace PolicySdk.Generator;

/// <summary>The day of the build, which the package's build files pass in (<c>PolicySdkToday</c>, UTC). The generator reads no clock.</summary>
internal static class BuildDay
{
    internal const string Property = "build_property._PolicySdkDay";

    /// <summary>The day; null where none is passed in, and what depends on it is left out.</summary>
    internal static CalendarDate? Read(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue(Property, out var text) && CalendarDate.TryParse(text.Trim(), out var day) ? day : null;
}
