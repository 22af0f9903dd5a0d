using System.Text;

namespace VoiceMed.LedgerClient.Grpc;

/// <summary>
/// The encoding of <c>grpc-message</c>: UTF-8 where everything outside printable ASCII, and the percent sign itself, is written
/// <c>%XX</c>. Source: gRPC, doc/PROTOCOL-HTTP2.md, "Percent-Encoded". Thread-safe.
/// </summary>
public static class GrpcPercentEncoding
{
    /// <summary>Decodes a message; what is malformed is kept as it stands, because an error text must never be lost to an error.</summary>
    /// <param name="value">The header's value.</param>
    /// <returns>The text; bytes that are no UTF-8 become U+FFFD.</returns>
    public static string Decode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!value.Contains('%', StringComparison.Ordinal)) return value;
        var source = Encoding.UTF8.GetBytes(value);
        var target = new byte[source.Length];
        var length = 0;
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '%' && i + 2 < source.Length
                && char.IsAsciiHexDigit((char)source[i + 1]) && char.IsAsciiHexDigit((char)source[i + 2]))
            {
                target[length++] = (byte)(HexValue(source[i + 1]) << 4 | HexValue(source[i + 2]));
                i += 2;
            }
            else
            {
                target[length++] = source[i];
            }
        }
        return Encoding.UTF8.GetString(target, 0, length);
    }

    /// <summary>Encodes a message, as a peer does.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Printable ASCII that <see cref="Decode"/> turns back into the text.</returns>
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var encoded = new StringBuilder(text.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            if (unit is >= 0x20 and <= 0x7E and not (byte)'%') encoded.Append((char)unit);
            else encoded.Append('%').Append(unit.ToString("X2"));
        }
        return encoded.ToString();
    }

    private static int HexValue(byte digit) => (digit & 0xF) + (digit > '9' ? 9 : 0);
}
