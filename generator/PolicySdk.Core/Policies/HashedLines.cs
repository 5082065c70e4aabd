using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicySdk.Policies;

/// <summary>SHA-256 over lines of fields, hashed a few thousand characters at a time. Fields are separated by a character that no text can hold.</summary>
internal sealed class HashedLines : IDisposable
{
    private const char Separator = '\u001F';
    private const int Full = 4_096;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private char[] _text = new char[2 * Full];
    private byte[] _bytes = [];
    private int _length;

    public void Dispose() => _hash.Dispose();

    internal HashedLines Start(string kind)
    {
        Append(kind);
        return this;
    }

    internal HashedLines Field(string? text)
    {
        Append(Separator);
        Append(text ?? "");
        return this;
    }

    internal HashedLines Field(int number) => Field(number.ToString(CultureInfo.InvariantCulture));

    internal void End()
    {
        Append('\n');
        if (_length >= Full)
        {
            Hash();
        }
    }

    /// <summary>The hash of all lines, in hexadecimal.</summary>
    internal string Finish()
    {
        Hash();
        return string.Concat(_hash.GetHashAndReset().Select(static value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private void Append(char c)
    {
        Reserve(1);
        _text[_length++] = c;
    }

    private void Append(string text)
    {
        Reserve(text.Length);
        text.CopyTo(0, _text, _length, text.Length);
        _length += text.Length;
    }

    private void Reserve(int length)
    {
        if (_length + length > _text.Length)
        {
            Array.Resize(ref _text, 2 * (_length + length));
        }
    }

    // Whole lines only: a character of two halves stays together.
    private void Hash()
    {
        var most = Encoding.UTF8.GetMaxByteCount(_length);
        _bytes = _bytes.Length < most ? new byte[most] : _bytes;
        _hash.AppendData(_bytes, 0, Encoding.UTF8.GetBytes(_text, 0, _length, _bytes, 0));
        _length = 0;
    }
}
