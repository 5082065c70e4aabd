using PolicySdk.Addresses;
using PolicySdk.Conformance.Tests.Fuzzing.Independent;
using PolicySdk.Policies;

namespace PolicySdk.Conformance.Tests.Fuzzing.Checks;

/// <summary>The proxies that the generated code trusts are those of the file, on every day.</summary>
internal static class ProxyChecks
{
    private static readonly DateOnly[] Days = [DateOnly.MinValue, new(2026, 5, 11), DateOnly.MaxValue];

    internal static void Check(ProjectText project, ClientAddressModel model)
    {
        FindingException.ThrowUnless(project.ClientAddress?.Value is not null, "What is compiled is understood", () => $"{model.Path}: {project.ClientAddress?.Why}");
        var trusted = IpRangeSet.Of(model.Prefixes.Select(static prefix => IpEntryText.TryParse(prefix, out var range, out _) ? range : throw new InvalidDataException(prefix)));
        foreach (var address in project.ProxyRanges.SelectMany(ProjectQuestions.Edges).Where(static address => !address.IsMapped))
        {
            FindingException.ThrowUnless(Days.All(day => project.IsTrusted(address, day) == trusted.Contains(address.ToProduct())), "The proxies are those of the file", () => address.ToProduct().ToString());
        }
    }
}
