namespace VoiceMed.LedgerClient.Gs1;

/// <summary>Global Trade Item Numbers (GS1 General Specifications, 7.9: check digit).</summary>
public static class Gtin
{
    /// <summary>The 14-digit form of a GTIN of 8, 12, 13 or 14 digits, or null when the length or the check digit is wrong.</summary>
    /// <param name="digits">The number; nothing but digits.</param>
    public static string? Normalize(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        if (digits.Length is not (8 or 12 or 13 or 14) || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        return CheckDigit(digits.AsSpan(0, digits.Length - 1)) == digits[^1] ? digits.PadLeft(14, '0') : null;
    }

    /// <summary>The check digit of a number without it: weights 3 and 1 in turn, 3 for the rightmost digit.</summary>
    public static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 3 : 1);
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
