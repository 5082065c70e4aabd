using PolicySdk.Collections;
using PolicySdk.Expectations;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>Reads a <c>*.policy.yaml</c> file.</summary>
internal static class PolicyReader
{
    private const string Enforce = "enforce";

    /// <summary>Reads the root of the file; null where the text could not be read, which is reported already.</summary>
    internal static PolicyDocument Read(string path, YamlMapping? root, ProblemList problems)
    {
        var reader = MappingReader.Open(root ?? new YamlMapping(default, []), Keys.OfPolicy, problems);
        var name = ReadName(root, reader, problems);
        var hasList = reader.Has(Keys.Allow) || reader.Has(Keys.Clients);
        if (root is not null && !hasList && !problems.HasErrors)
        {
            problems.Add(RuleIds.EmptyList, name?.Range ?? root.Range, "The policy has neither 'allow' nor 'clients'. A policy without a list refuses everybody: say who may call.");
        }

        var (reportUntil, reportUntilRange) = ReadMode(reader.Get(Keys.Mode), problems);
        return new(
            path,
            name?.Text ?? PolicyFileKinds.NameFromPath(path),
            name?.Range ?? default,
            reader.GetFreeText(Keys.Description),
            reader.GetFreeText(Keys.Owner),
            reportUntil,
            reportUntilRange,
            EntryReader.ReadAllowed(Keys.Allow, reader.Get(Keys.Allow), problems),
            ReadClients(reader.Get(Keys.Clients), problems),
            EntryReader.ReadList(Keys.Block, reader.Get(Keys.Block), problems),
            ExpectationReader.Read(reader.Get(Keys.Expect), problems),
            problems.ToEquatableArray());
    }

    private static YamlScalar? ReadName(YamlMapping? root, MappingReader reader, ProblemList problems)
    {
        if (root is not null && !reader.Has(Keys.Policy))
        {
            problems.Add(RuleIds.WrongShape, root.Range.Part(0, 0), "The key 'policy' with the policy's name is missing.");
        }

        if (reader.GetScalar(Keys.Policy, "a name") is not { } name)
        {
            return null;
        }

        var fault = !PolicyNames.IsPolicyName(name.Text) ? "Write lower-case words of letters and digits, joined by '-', such as partner-api; at most 128 characters"
            : PolicyNames.IsReserved(PolicyNames.ToIdentifier(name.Text)) ? "The generated code has a member of that name; choose another"
            : null;
        if (fault is null)
        {
            return name;
        }

        problems.Add(RuleIds.WrongShape, name.Range, $"{Problem.Quote(name.Text)} can't be the name of a policy. {fault}.");
        return null;
    }

    private static (CalendarDate? Day, TextRange Range) ReadMode(YamlNode? node, ProblemList problems)
    {
        switch (node)
        {
            case null or YamlScalar { Text: Enforce }:
                return default;
            case YamlMapping mapping:
                var reader = MappingReader.Open(mapping, Keys.OfMode, problems);
                if (mapping.Pairs.Count == 0)
                {
                    problems.Add(RuleIds.WrongShape, mapping.Range, "'mode' needs a day: {report-until: YYYY-MM-DD}.");
                }

                return (reader.GetDate(Keys.ReportUntil), reader.RangeOf(Keys.ReportUntil));
            default:
                problems.Add(RuleIds.WrongShape, node.Range, "'mode' must be 'enforce' or {report-until: YYYY-MM-DD}.");
                return default;
        }
    }

    private static EquatableArray<PolicyClient> ReadClients(YamlNode? node, ProblemList problems)
    {
        if (node is not YamlMapping { Pairs.Count: > 0 } mapping)
        {
            if (node is not null)
            {
                var isEmpty = node is YamlMapping or YamlScalar { IsAbsent: true };
                problems.Add(isEmpty ? RuleIds.EmptyList : RuleIds.WrongShape, node.Range, "'clients' must map each client id to its list: 'acme-prod: {allow: [...]}'.");
            }

            return [];
        }

        var clients = new List<PolicyClient>();
        var names = new NameTable("client", StringComparer.Ordinal, problems);
        foreach (var pair in mapping.Pairs)
        {
            if (names.Add(pair.Key))
            {
                SecretClientIdRule.Check(pair.Key, problems);
                clients.Add(ReadClient(pair.Key, pair.Value, problems));
            }
        }

        return clients.ToEquatableArray();
    }

    private static PolicyClient ReadClient(YamlScalar id, YamlNode node, ProblemList problems)
    {
        if (node is not YamlMapping mapping)
        {
            problems.Add(RuleIds.WrongShape, node is YamlScalar { IsAbsent: true } ? id.Range : node.Range, $"The client '{id.Text}' must be a mapping with 'allow', but is {node.Kind}.");
            return new(id.Text, id.Range, null, null, []);
        }

        var reader = MappingReader.Open(mapping, Keys.OfClient, problems);
        if (!reader.Has(Keys.Allow))
        {
            problems.Add(RuleIds.EmptyList, id.Range, $"The client '{id.Text}' has no 'allow' list.");
        }

        return new(
            id.Text, id.Range, reader.GetFreeText(Keys.Owner), reader.GetFreeText(Keys.Description), EntryReader.ReadAllowed(Keys.Allow, reader.Get(Keys.Allow), problems));
    }
}
