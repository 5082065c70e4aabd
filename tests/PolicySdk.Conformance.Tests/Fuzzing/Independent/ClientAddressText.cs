namespace PolicySdk.Conformance.Tests.Fuzzing.Independent;

/// <summary>The proxies that a project trusts.</summary>
internal sealed record ClientAddressText(IReadOnlyList<Entry> Trust)
{
    internal static ClientAddressText Read(string text)
    {
        var file = NodeReader.Read(text).ToMap().WithOnly("client-address");
        var map = (file["client-address"] ?? throw new NotUnderstoodException("no proxies")).ToMap().WithOnly("trust", "header", "limit");
        NotUnderstoodException.ThrowIf(map["trust"] is null || map.Text("header") is null || map["limit"]?.ToText() == "", "proxies that say too little");
        var trust = Entry.ReadList(map["trust"]);
        NotUnderstoodException.ThrowIf(trust.Any(static entry => entry is not { From: null, Expires: null, OnlyIn.Count: 0 }), "a proxy that is sometimes trusted");
        return new(trust);
    }
}
