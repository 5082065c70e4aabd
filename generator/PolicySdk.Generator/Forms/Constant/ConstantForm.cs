using PolicySdk.Addresses;
using PolicySdk.Generator.Emission;
using PolicySdk.Generator.Forms.Tables;

namespace PolicySdk.Generator.Forms.Constant;

/// <summary>A list that holds nobody, or all addresses under one code.</summary>
internal sealed class ConstantForm(IpAddressFamily family, int code) : MatchForm
{
    internal override void Write(SourceWriter writer, LiteralRoom room, string name) => writer.Line($"{Signature(family, name)} {SegmentCode.Of(code)};");

    internal override int Find(IpAddressValue address) => code;
}
