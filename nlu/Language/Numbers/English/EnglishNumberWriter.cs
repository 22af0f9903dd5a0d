using System.Text;

namespace VoiceMed.Nlu.Language.Numbers.English;

/// <summary>Writes English cardinals and ordinals, without "and" and hyphens, as recognition models spell them.</summary>
internal static class EnglishNumberWriter
{
    public static string WriteCardinal(long value)
    {
        if (value == 0)
            return EnglishNumerals.UpToNineteen[0];
        var words = new StringBuilder();
        if (value < 0)
        {
            words.Append("minus");
            value = -value;
        }

        foreach (var (scale, word) in EnglishNumerals.Scales)
        {
            var group = (int)(value / scale % 1000);
            if (group == 0)
                continue;
            WriteGroup(words, group);
            Append(words, word);
        }

        WriteGroup(words, (int)(value % 1000));
        return words.ToString();
    }

    public static string WriteOrdinal(long value)
    {
        var cardinal = WriteCardinal(value);
        var last = cardinal.LastIndexOf(' ') + 1;
        return cardinal[..last] + EnglishNumerals.Ordinal(cardinal[last..]);
    }

    private static void WriteGroup(StringBuilder words, int group)
    {
        if (group >= 100)
        {
            Append(words, EnglishNumerals.UpToNineteen[group / 100]);
            Append(words, "hundred");
        }

        var rest = group % 100;
        if (rest >= 20)
        {
            Append(words, EnglishNumerals.Tens[rest / 10]);
            rest %= 10;
        }

        if (rest > 0)
            Append(words, EnglishNumerals.UpToNineteen[rest]);
    }

    private static void Append(StringBuilder words, string word)
    {
        if (words.Length > 0)
            words.Append(' ');
        words.Append(word);
    }
}
