using System.Text;

namespace VoiceMed.Assistant.Admin.SignIn;

/// <summary>Base 32 without padding (RFC 4648), which authenticator apps take and people can type.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerLetter = 5;

    /// <summary>Writes bytes as letters.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        int bits = 0, held = 0;
        foreach (var value in bytes)
        {
            bits = ((bits << 8) | value) & 0xFFFF;
            for (held += 8; held >= BitsPerLetter; held -= BitsPerLetter)
            {
                text.Append(Alphabet[(bits >> (held - BitsPerLetter)) & 31]);
            }
        }

        if (held > 0)
        {
            text.Append(Alphabet[(bits << (BitsPerLetter - held)) & 31]);
        }

        return text.ToString();
    }
}
