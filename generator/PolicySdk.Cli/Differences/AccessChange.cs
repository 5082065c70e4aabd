using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Differences;

/// <summary>What a change gives and takes, on a span of days.</summary>
/// <param name="Environments">The host environments in which it is so.</param>
/// <param name="From">The first day; null where it is so already.</param>
/// <param name="Until">The last day; null where nothing ends it.</param>
/// <param name="Gained">The addresses that are let in afterwards alone.</param>
/// <param name="Lost">The addresses that were let in before alone.</param>
internal sealed record AccessChange(EnvironmentSet Environments, CalendarDate? From, CalendarDate? Until, IpRangeSet Gained, IpRangeSet Lost);
