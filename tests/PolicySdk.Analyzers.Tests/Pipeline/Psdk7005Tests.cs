namespace PolicySdk.Analyzers.Tests.Pipeline;

/// <summary>PSDK7005: addresses compared by reference or as text.</summary>
public sealed class Psdk7005Tests
{
    private static readonly MarkedProject Rule = new("PSDK7005");

    [Theory]
    [InlineData("return [|ip == other|];")]
    [InlineData("return [|ip != other|];")]
    [InlineData("return [|ip == IPAddress.Loopback|];")]
    [InlineData("return [|IPAddress.Parse(text) == ip|];")]
    [InlineData("return [|context.Connection.RemoteIpAddress != context.Connection.LocalIpAddress|];")]
    [InlineData("return new[] { other }.Any(one => [|one == ip|]);")]
    [InlineData("return new[] { other }.Count(one => [|one == ip|]) > 0;")]
    public Task A_comparison_by_reference_is_told(string body) => Rule.Verify(Source(body));

    [Theory]
    [InlineData("return ip == null;")]
    [InlineData("return null != ip;")]
    [InlineData("return ip is null || ip == default;")]
    [InlineData("return ip == default(IPAddress);")]
    [InlineData("return ip.Equals(other);")]
    [InlineData("return Equals(ip, other);")]
    [InlineData("return object.ReferenceEquals(ip, other);")]
    [InlineData("return (object)ip == other;")]
    [InlineData("return IPAddress.Any == IPAddress.IPv6Any;")]
    [InlineData("return new[] { other }.Contains(ip);")]
    [InlineData("return new[] { other }.AsQueryable().Any(one => one == ip);")]
    [InlineData("return new[] { other }.AsQueryable().Any(one => one.ToString() == text);")]
    [InlineData("return (from one in new[] { other }.AsQueryable() where one == ip select one).Any();")]
    [InlineData("return ip.AddressFamily == other.AddressFamily;")]
    [InlineData("return new IPEndPoint(ip, 1) == new IPEndPoint(other, 1);")]
    public Task A_comparison_by_value_or_with_null_is_not(string body) => Rule.Verify(Source(body));

    [Theory]
    [InlineData("return [|ip.ToString()|] == \"10.0.0.1\";")]
    [InlineData("return text != [|ip.ToString()|];")]
    [InlineData("return ([|ip.ToString()|]) == text;")]
    [InlineData("return [|ip.ToString()|] == other.ToString();")]
    [InlineData("return [|ip?.ToString()|] == text;")]
    [InlineData("return [|context.Connection.RemoteIpAddress?.ToString()|] == text;")]
    [InlineData("return ([|context.Connection.RemoteIpAddress?.ToString()|] ?? \"\") == text;")]
    [InlineData("return [|context.Connection.RemoteIpAddress?.MapToIPv4().ToString()|] == text;")]
    [InlineData("return [|context.Connection.RemoteIpAddress!.ToString()|].Equals(text);")]
    [InlineData("return [|ip.MapToIPv4().ToString()|].StartsWith(\"10.\");")]
    [InlineData("return [|ip.ToString()|].EndsWith(\".1\", StringComparison.Ordinal);")]
    [InlineData("return [|ip.ToString()|].Contains(text);")]
    [InlineData("return [|context.Connection.RemoteIpAddress?.ToString()|].StartsWith(\"10.\") == true;")]
    [InlineData("return string.Equals([|ip.ToString()|], text, StringComparison.Ordinal);")]
    [InlineData("return string.Equals(text, [|ip.ToString()|]);")]
    [InlineData("return text.Equals([|ip.ToString()|]) || text.Contains([|ip.ToString()|]);")]
    [InlineData("return list.Contains([|ip.ToString()|]);")]
    [InlineData("return new[] { text }.Contains([|ip.ToString()|]);")]
    [InlineData("return new HashSet<string> { text }.Contains([|ip.ToString()|]);")]
    [InlineData("return ((IEnumerable<string>)list).Contains([|ip.ToString()|], StringComparer.Ordinal);")]
    [InlineData("return list.Contains([|context.Connection.RemoteIpAddress?.ToString()|] ?? \"\");")]
    [InlineData("return list.Any(one => one == [|ip.ToString()|]);")]
    [InlineData("return [|ip.ToString()|] is \"10.0.0.1\" or \"10.0.0.2\";")]
    [InlineData("return [|ip.ToString()|] is not \"10.0.0.1\";")]
    [InlineData("switch ([|ip.ToString()|]) { case \"10.0.0.1\": return true; default: return false; }")]
    [InlineData("return [|ip.ToString()|] switch { \"10.0.0.1\" => true, _ => false };")]
    [InlineData("return table.ContainsKey([|ip.ToString()|]) || table.TryGetValue([|ip.ToString()|], out _);")]
    public Task A_comparison_as_text_is_told(string body) => Rule.Verify(Source(body));

    [Theory]
    [InlineData("var key = ip.ToString(); return list.Contains(key);")]
    [InlineData("Console.WriteLine(ip.ToString()); return $\"{ip.ToString()}\" == text;")]
    [InlineData("return string.IsNullOrEmpty(ip.ToString());")]
    [InlineData("return ip.ToString() == null || ip.ToString() is { Length: > 0 } || ip.ToString() is null;")]
    [InlineData("return ip.ToString().Length == 4;")]
    [InlineData("return new Dictionary<string, int> { [ip.ToString()] = 1 }.TryGetValue(ip.ToString(), out _);")]
    [InlineData("return new Dictionary<string, int>().ContainsKey(ip.ToString());")]
    [InlineData("return new Own().Contains(ip.ToString());")]
    [InlineData("return new List<string> { ip.ToString() }.Count == 1;")]
    [InlineData("return 1.ToString() == text;")]
    [InlineData("return ip.AddressFamily.ToString() == text;")]
    [InlineData("return IPNetwork.Parse(\"10.0.0.0/8\").Contains(ip);")]
    [InlineData("switch (ip.ToString()) { case var one: return one.Length > 3; }")]
    public Task Text_for_people_and_for_keys_is_not(string body) => Rule.Verify(Source(body));

    private static string Source(string body) => $$"""
        using System.Net;

        static class Program
        {
            static void Main() { }

            static bool Compare(HttpContext context, IPAddress ip, IPAddress other, string text, List<string> list, IReadOnlyDictionary<string, string> table)
            {
                {{body}}
            }
        }

        class Own { public bool Contains(string text) => text.Length > 0; }
        """;
}
