using System.Text;
using Google.Protobuf;

namespace Examples.Tests.OpenTelemetry;

/// <summary>
/// A message of Protocol Buffers by the numbers of its fields, which are those of
/// <see href="https://github.com/open-telemetry/opentelemetry-proto">opentelemetry-proto</see>, version 1.
/// </summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Field, ulong Number, byte[] Bytes)> _fields = [];

    internal ProtobufMessage(byte[] bytes)
    {
        using var input = new CodedInputStream(bytes);
        while (input.ReadTag() is not 0 and var tag)
        {
            _fields.Add(WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => (WireFormat.GetTagFieldNumber(tag), input.ReadUInt64(), []),
                WireFormat.WireType.Fixed64 => (WireFormat.GetTagFieldNumber(tag), input.ReadFixed64(), []),
                WireFormat.WireType.Fixed32 => (WireFormat.GetTagFieldNumber(tag), input.ReadFixed32(), []),
                WireFormat.WireType.LengthDelimited => (WireFormat.GetTagFieldNumber(tag), 0, input.ReadBytes().ToByteArray()),
                var other => throw new InvalidDataException($"Wire type {other}."),
            });
        }
    }

    internal ulong Number(int field) => _fields.Where(one => one.Field == field).Select(static one => one.Number).LastOrDefault();

    internal byte[] Bytes(int field) => _fields.Where(one => one.Field == field).Select(static one => one.Bytes).LastOrDefault([]);

    internal string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    internal IEnumerable<ProtobufMessage> Messages(int field) => _fields.Where(one => one.Field == field).Select(static one => new ProtobufMessage(one.Bytes));

    /// <summary>Attributes: key (1) and value (2), of which texts (1) and whole numbers (3) are read.</summary>
    internal Dictionary<string, string> Attributes(int field) => Messages(field).ToDictionary(
        static attribute => attribute.Text(1),
        static attribute => attribute.Messages(2).Select(static value => value.Text(1) is { Length: > 0 } text ? text : $"{value.Number(3)}").SingleOrDefault(""));
}
