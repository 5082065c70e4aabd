using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Differences;

/// <summary>What a change gives and takes, on a span of days in an environment.</summary>
/// <param name="Environment">The host environment.</param>
/// <param name="From">The first day; null where it is so already.</param>
/// <param name="Until">The last day; null where nothing ends it.</param>
/// <param name="Gained">The addresses that are let in afterwards alone.</param>
/// <param name="Lost">The addresses that were let in before alone.</param>
internal sealed record AccessChange(string Environment, CalendarDate? From, CalendarDate? Until, IpRangeSet Gained, IpRangeSet Lost);
