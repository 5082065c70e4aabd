using System.Globalization;

namespace PolicySdk.Generator.Tests;

/// <summary>Policy files that several tests share.</summary>
internal static class SamplePolicies
{
    internal const string NetworksPath = "policies/company.networks.yaml";
    internal const string PartnerApiPath = "policies/partner-api.policy.yaml";
    internal const string AdminPath = "policies/admin.policy.yaml";
    internal const string ClientAddressPath = "policies/client-address.yaml";
    internal const string GuardrailsPath = "policies/guardrails.yaml";

    internal const string Networks = """
        networks:
          office-london:
            owner: it-network
            addresses:
              - {ip: 198.51.100.0/28, note: HQ uplink, ticket: NET-88}
              - {ip: "2001:db8:1::/48", note: HQ IPv6}
          vpn:
            addresses:
              - {ip: 192.0.2.16/29, note: VPN egress, ticket: NET-91}
          staff:
            addresses: [{net: office-london}, {net: vpn}]
        """;

    internal const string PartnerApi = """
        policy: partner-api
        description: Partners that may call the data API
        owner: team-integrations
        mode: enforce
        allow:
          - {net: office-london}
          - {ip: 192.0.2.40, note: Uptime probe, ticket: OPS-1290}
          - 192.0.2.41
        clients:
          acme-prod:
            owner: acme-onboarding
            allow:
              - {ip: 203.0.113.7, note: Prod NAT A, ticket: OPS-1412}
              - {ip: "2001:db8:40::/48", note: Prod IPv6, ticket: OPS-1412}
          acme-test:
            allow:
              - {ip: 203.0.113.64-203.0.113.79, note: Test lab, ticket: OPS-1503, expires: 2027-01-31}
        block:
          - {ip: 198.51.100.9, note: Compromised host, ticket: SEC-77}
        """;

    internal const string Admin = """
        policy: admin
        owner: platform
        mode: {report-until: 2027-01-15}
        allow:
          - {net: staff, except: [{ip: 192.0.2.23, note: Shared kiosk}, {ip: 198.51.100.4/30, from: 2026-12-01, note: Moving out}]}
          - {ip: 203.0.113.7, note: "Vendor laptop, incident 431", ticket: INC-431, expires: 2026-12-31}
          - {ip: "2001:db8:7::7", note: Vendor laptop, from: 2026-06-01, expires: 2026-12-31}
          - {ip: 127.0.0.1, note: Local debugging, only-in: [Development, Staging]}
        block:
          - {ip: 198.51.100.9, note: Compromised host, ticket: SEC-77}
        """;

    internal const string ClientAddress = """
        client-address:
          trust: [{ip: 10.9.0.0/28, note: Load balancers}, "fd00:9::/64"]
          header: X-Forwarded-For
          limit: 2
        """;

    internal const string Guardrails = """
        guardrails:
          expiry: {warn: 60d}
          severity: {PSDK2012: warning}
        """;

    internal static (string Path, string Text)[] All =>
        [(NetworksPath, Networks), (PartnerApiPath, PartnerApi), (AdminPath, Admin), (ClientAddressPath, ClientAddress), (GuardrailsPath, Guardrails)];

    /// <summary>A policy whose every second address is allowed, from 10.0.0.0 on.</summary>
    internal static string WithEntries(string name, int count) =>
        $"policy: {name}\nallow:\n" + string.Concat(Enumerable.Range(0, count).Select(static i => $"  - {EntryAddress(i)}\n"));

    internal static string EntryAddress(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"10.{2 * index >> 16}.{(2 * index >> 8) & 255}.{2 * index & 255}");
}
