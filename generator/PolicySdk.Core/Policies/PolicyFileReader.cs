using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>Reads one file of any kind: text in, model and problems out. Never throws for what a file says.</summary>
internal static class PolicyFileReader
{
    internal static PolicyFile Read(PolicyInput input)
    {
        var problems = new ProblemList(input.Path);
        switch (PolicyFileKinds.Of(input.Path))
        {
            case PolicyFileKind.Policy:
                return PolicyReader.Read(input.Path, ReadRoot(input, problems), problems);
            case PolicyFileKind.Networks:
                return NetworksReader.Read(input.Path, ReadRoot(input, problems), problems);
            case PolicyFileKind.ClientAddress:
                return ClientAddressReader.Read(input.Path, ReadRoot(input, problems), problems);
            case PolicyFileKind.Guardrails:
                return GuardrailsReader.Read(input.Path, ReadRoot(input, problems), problems);
            default:
                problems.Add(RuleIds.UnknownFile, default(TextRange), "The name of this file says no kind, so it is not read. Name it *.policy.yaml, *.networks.yaml, guardrails.yaml or client-address.yaml, or move it.");
                return new OtherFile(input.Path, problems.ToEquatableArray());
        }
    }

    private static YamlMapping? ReadRoot(PolicyInput input, ProblemList problems)
    {
        if (!input.IsUtf8)
        {
            problems.Add(RuleIds.UnreadableYaml, default(TextRange), "The file is not UTF-8. Tools that show changes take it for no text, so nobody could review it. Save it as UTF-8.");
            return null;
        }

        var text = input.Text;
        var (root, fault) = YamlReader.Read(text);
        if (fault is not null)
        {
            ReportFault(text, fault, problems);
        }
        else if (root is not YamlMapping)
        {
            var isEmpty = root is null or YamlScalar { IsAbsent: true };
            problems.Add(RuleIds.WrongShape, root?.Range ?? default, isEmpty ? "The file is empty." : $"The file must be a mapping with keys, but is {root!.Kind}.");
        }

        return root as YamlMapping;
    }

    private static void ReportFault(string text, YamlFault fault, ProblemList problems)
    {
        if (UnquotedAddress.FindInLine(text, fault.Range) is { } found)
        {
            UnquotedAddress.Report(problems, found.Range, found.Address);
        }
        else
        {
            problems.Add(RuleIds.UnreadableYaml, fault.Range, fault.Message);
        }
    }
}
