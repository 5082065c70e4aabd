using PolicySdk.Matching;

namespace PolicySdk.Conformance.Tests.Forms;

/// <summary>Numbers are read from literals the same way on machines of either byte order.</summary>
public sealed class LiteralTableTests
{
    private const string Text = "\u0001\u0002\u0003\u0004\uFFFF\u0000\uD800\u8000";

    [Fact]
    public void Numbers_of_each_width()
    {
        Assert.Equal([1, 2, 3, 4, 0xFFFF, 0, 0xD800, 0x8000], LiteralTable.UInt16(Text).ToArray());
        Assert.Equal([0x0002_0001, 0x0004_0003, 0x0000_FFFF, 0x8000_D800], LiteralTable.UInt32(Text).ToArray());
        Assert.Equal([0x0004_0003_0002_0001, 0x8000_D800_0000_FFFF], LiteralTable.UInt64(Text).ToArray());
    }

    [Fact]
    public void Reordered_numbers_are_the_same()
    {
        Assert.Equal(LiteralTable.UInt32(Text).ToArray(), LiteralTable.ReorderUInt32(Text));
        Assert.Equal(LiteralTable.UInt64(Text).ToArray(), LiteralTable.ReorderUInt64(Text));
    }
}
