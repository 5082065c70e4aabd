using System.Globalization;
using System.Text.Json;
using PolicySdk.Addresses;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;
using PolicySdk.Expectations;
using PolicySdk.Policies;
using Spectre.Console;

namespace PolicySdk.Cli.Explaining;

/// <summary>Writes explanations.</summary>
internal sealed class ExplanationWriter(CommandConsole console, PolicyFolder folder, IpAddressValue address, Moment moment)
{
    private static readonly Style Allowed = new(Color.Green);
    private static readonly Style Refused = new(Color.Red);
    private static readonly Style Title = new(decoration: Decoration.Bold);

    internal void WriteText(IReadOnlyList<PolicyExplanation> policies)
    {
        console.WriteLine($"{address} on {moment.Day} in {moment.Environment}", Title);
        foreach (var policy in policies)
        {
            console.WriteLine();
            console.WriteLine($"{policy.Policy.Name} ({folder.Shown(policy.Policy.Path)}){(policy.Policy.Owner is { } owner ? $", owner {owner}" : "")}", Title);
            if (!policy.IsValid)
            {
                console.WriteLine("  refuses everybody: it has errors, which 'policysdk lint' lists", Refused);
            }
            else if (policy.Policy.ReportsUntil(moment.Day!.Value) is { } last)
            {
                console.WriteLine($"  only reports until {last}: whom it would refuse is let through");
            }

            foreach (var explanation in policy.Callers)
            {
                WriteText(explanation, isKnown: explanation.Client is not { } id || policy.Policy.Clients.Any(client => client.Id == id));
            }

            if (policy.OtherClients > 0)
            {
                var others = policy.OtherClients == 1 ? "1 client has no entry of its own" : $"{policy.OtherClients} clients have no entry of their own";
                console.WriteLine($"  {others} for it: as without a client");
            }
        }
    }

    internal void WriteJson(IReadOnlyList<PolicyExplanation> policies) => console.WriteLine(JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("address", address.ToString());
        json.WriteString("on", moment.Day!.Value.ToString());
        json.WriteString("in", moment.Environment);
        json.WriteObjects("policies", policies, policy =>
        {
            json.WriteString("policy", policy.Policy.Name);
            json.WriteString("file", folder.Shown(policy.Policy.Path));
            json.WriteBoolean("isValid", policy.IsValid);
            json.WriteOptional("reportsUntil", policy.Policy.ReportsUntil(moment.Day!.Value)?.ToString());
            json.WriteObjects("callers", policy.Callers, explanation => WriteJson(json, explanation));
            json.WriteNumber("otherClients", policy.OtherClients);
        });
        json.WriteEndObject();
    }));

    private void WriteText(Explanation explanation, bool isKnown)
    {
        var who = explanation.Client is null ? "without a client" : $"client {explanation.Client}{(isKnown ? "" : ", which the policy does not have")}";
        var end = explanation.LastDay is { } last ? $" until {last}" : "";
        console.WriteLine($"  {who}: {(explanation.IsAllowed ? "allowed" : "refused")}{end}", explanation.IsAllowed ? Allowed : Refused);
        if (explanation.Decider is { } decider)
        {
            console.WriteLine($"    by {Describe(decider)}");
        }
        else
        {
            console.WriteLine($"    {explanation.Reason}");
            foreach (var row in explanation.Nearest)
            {
                console.WriteLine($"    nearest: {Describe(row)}");
            }
        }
    }

    private string Describe(EntryRow row) =>
        $"{EntryTexts.Describe(row)}{(row.Owner is null ? "" : $", owner {row.Owner}")} ({folder.Shown(row.File)}:{row.Line.ToString(CultureInfo.InvariantCulture)})";

    private void WriteJson(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteOptional("client", explanation.Client);
        json.WriteBoolean("isAllowed", explanation.IsAllowed);
        json.WriteOptional("lastDay", explanation.LastDay?.ToString());
        json.WriteOptional("reason", explanation.Reason);
        json.WriteObjects<EntryRow>("decidedBy", explanation.Decider is { } decider ? [decider] : [], row => WriteJson(json, row));
        json.WriteObjects("nearest", explanation.Nearest, row => WriteJson(json, row));
    }

    private void WriteJson(Utf8JsonWriter json, EntryRow row)
    {
        json.WriteString("addresses", row.Text);
        json.WriteOptional("client", row.ClientId);
        json.WriteOptional("network", row.Network);
        json.WriteOptional("note", row.Note);
        json.WriteOptional("owner", row.Owner);
        json.WriteOptional("ticket", row.Ticket);
        json.WriteOptional("from", row.From?.ToString());
        json.WriteOptional("expires", row.Expires?.ToString());
        json.WriteString("file", folder.Shown(row.File));
        json.WriteNumber("line", row.Line);
    }
}
