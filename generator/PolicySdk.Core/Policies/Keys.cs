namespace PolicySdk.Policies;

/// <summary>The keys of the language, and which may stand where.</summary>
internal static class Keys
{
    internal const string Policy = "policy";
    internal const string Description = "description";
    internal const string Owner = "owner";
    internal const string Mode = "mode";
    internal const string ReportUntil = "report-until";
    internal const string Allow = "allow";
    internal const string Clients = "clients";
    internal const string Block = "block";
    internal const string Networks = "networks";
    internal const string Addresses = "addresses";
    internal const string Ip = "ip";
    internal const string Net = "net";
    internal const string Except = "except";
    internal const string Note = "note";
    internal const string Ticket = "ticket";
    internal const string From = "from";
    internal const string Expires = "expires";
    internal const string OnlyIn = "only-in";
    internal const string Off = "off";
    internal const string Reviewed = "reviewed";
    internal const string Waive = "waive";
    internal const string Rule = "rule";
    internal const string Reason = "reason";
    internal const string Until = "until";
    internal const string Source = "source";
    internal const string Url = "url";
    internal const string Fetched = "fetched";
    internal const string MaxAge = "max-age";
    internal const string Sha256 = "sha256";
    internal const string ClientAddress = "client-address";
    internal const string Trust = "trust";
    internal const string Header = "header";
    internal const string Limit = "limit";
    internal const string Guardrails = "guardrails";
    internal const string Widest = "widest";
    internal const string Require = "require";
    internal const string Expiry = "expiry";
    internal const string Warn = "warn";
    internal const string Longest = "longest";
    internal const string Review = "review";
    internal const string Never = "never";
    internal const string Waivers = "waivers";
    internal const string Report = "report";
    internal const string UnprotectedEndpoints = "unprotected-endpoints";
    internal const string Severity = "severity";
    internal const string IPv4 = "v4";
    internal const string IPv6 = "v6";
    internal const string Expect = "expect";
    internal const string Deny = "deny";
    internal const string Within = "within";
    internal const string Covers = "covers";
    internal const string AtMost = "at-most";
    internal const string SameAs = "same-as";
    internal const string DisjointFrom = "disjoint-from";
    internal const string Client = "client";
    internal const string On = "on";
    internal const string In = "in";
    internal const string Family = "family";

    internal static readonly string[] OfPolicy = [Policy, Description, Owner, Mode, Allow, Clients, Block, Expect];
    internal static readonly string[] OfMode = [ReportUntil];
    internal static readonly string[] OfClient = [Owner, Description, Allow];
    internal static readonly string[] OfNetworksFile = [Networks];
    internal static readonly string[] OfNetwork = [Owner, Description, Source, Addresses];
    internal static readonly string[] OfSource = [Url, Fetched, MaxAge, Sha256];
    internal static readonly string[] OfEntry = [Ip, Net, Except, Note, Owner, Ticket, From, Expires, Reviewed, OnlyIn, Off, Waive];
    internal static readonly string[] OfWaiver = [Rule, Reason, Until];
    internal static readonly string[] OfClientAddressFile = [ClientAddress];
    internal static readonly string[] OfClientAddress = [Trust, Header, Limit];
    internal static readonly string[] OfGuardrailsFile = [Guardrails];
    internal static readonly string[] OfGuardrails = [Widest, Require, Ticket, Expiry, Review, Never, Waivers, Report, UnprotectedEndpoints, Severity];
    internal static readonly string[] OfFamilies = [IPv4, IPv6];
    internal static readonly string[] OfExpiry = [Warn, Longest];
    internal static readonly string[] OfWaivers = [Longest];
    internal static readonly string[] OfReport = [Longest];
    internal static readonly string[] Claims = [Allow, Deny, Within, Covers, AtMost, SameAs, DisjointFrom];
    internal static readonly string[] OfExpectation = [.. Claims, Client, On, In, Family];

    /// <summary>The fields that guardrails can require of an entry.</summary>
    internal static readonly string[] Requirable = [Note, Owner, Ticket, Expires, Reviewed];
}
