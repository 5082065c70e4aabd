using System.Text.Json;
using PolicySdk.Addresses;
using PolicySdk.Cli.Output;

namespace PolicySdk.Cli.Differences;

/// <summary>A difference for machines: every prefix, and counts as decimal texts, as they go up to 2^128.</summary>
internal static class DifferenceJson
{
    internal static string Write(ProjectDifference difference) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("verdict", difference.Verdict);
        json.WriteBoolean("widens", difference.Widens);
        json.WriteBoolean("narrows", difference.Narrows);
        json.WriteObjects("policies", difference.Policies, policy => Write(json, policy));
        json.WriteObjects("networks", difference.Networks, network =>
        {
            json.WriteString("network", network.Name);
            Write(json, "policies", network.Policies);
        });
        Write(json, "incomparable", difference.Incomparable);
        json.WriteStartObject("trustedProxies");
        Write(json, "gained", difference.Trusted.Gained);
        Write(json, "lost", difference.Trusted.Lost);
        json.WriteEndObject();
        json.WriteBoolean("clientAddressChanges", difference.ClientAddressChanges);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, PolicyChange policy)
    {
        json.WriteString("policy", policy.Name);
        Write(json, "before", policy.Before);
        Write(json, "after", policy.After);
        json.WriteObjects("callers", policy.Callers, callers =>
        {
            json.WriteBoolean("withoutClient", callers.Clients.Contains(null));
            Write(json, "clients", callers.Clients.OfType<string>());
            json.WriteBoolean("everybody", callers.IsEverybody);
            json.WriteObjects("changes", callers.Changes, change =>
            {
                json.WriteBoolean("everywhereBut", change.Environments.IsAllBut);
                Write(json, "environments", change.Environments.Names);
                json.WriteOptional("from", change.From?.ToString());
                json.WriteOptional("until", change.Until?.ToString());
                Write(json, "gained", change.Gained);
                Write(json, "lost", change.Lost);
            });
        });
    }

    private static void Write(Utf8JsonWriter json, string name, PolicyState? state)
    {
        if (state is not null)
        {
            json.WriteStartObject(name);
            json.WriteString("file", state.Path);
            json.WriteBoolean("isValid", state.IsValid);
            json.WriteOptional("reportsUntil", state.ReportUntil?.ToString());
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, string name, IpRangeSet set)
    {
        json.WriteStartObject(name);
        json.WriteCounts(set);
        json.WriteOptional("example", set.IsEmpty ? null : set[0].First.ToString());
        Write(json, "prefixes", set.ToPrefixes().Select(static prefix => prefix.ToString()));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
