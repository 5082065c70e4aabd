using System.Security.Cryptography;
using System.Text;
using PolicySdk.Policies;

namespace PolicySdk.Core.Tests.Policies;

/// <summary>Lines that are hashed part by part have the hash of the whole text.</summary>
public sealed class HashedLinesTests
{
    public static TheoryData<int, string> Lines => new(from count in new[] { 0, 1, 100, 2_000 } from part in new[] { "", "a", "é東\U0001F600", new string('x', 4_095), new string('é', 70_000) } where count * part.Length < 10_000_000 select (count, part));

    [Theory]
    [MemberData(nameof(Lines))]
    public void Hash_is_that_of_the_text(int count, string part)
    {
        using var lines = new HashedLines();
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            lines.Start("kind").Field(part).Field(i).Field(null).End();
            text.Append("kind\u001F").Append(part).Append('\u001F').Append(i).Append("\u001F\n");
        }

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))), lines.Finish());
    }
}
