using System.Text;

namespace VoiceMed.Nlu.Tests.Fuzzing;

/// <summary>Random text made of pieces that parsers care about.</summary>
internal static class FuzzText
{
    public static readonly string[] TemplatePieces = ["покажи", "~", "(", ")", "[", "]", "{", "}", "<", ">", "|", ";", "=", ":", " ", "slot", "rule", "a", "ё", "\u0301", "\0", "😀", "number", "\\", "\n"];

    public static readonly string[] YamlPieces = ["intents", "rules", "lists", "sentences", "tests", "say", ":", " ", "\n", "  ", "- ", "[", "]", "{", "}", "\"", "'", "|", ">", "&a", "*a", "!!str", "#", "\t", "покажи", "%", "---", "?", ",", "\0", "😀", "visits.list", "dialogues", "turns"];

    public static readonly string[] NumberWords = ["сто", "двадцать", "три", "тысяча", "тысяч", "миллион", "первый", "третьего", "марта", "январе", "за", "последние", "месяца", "вчера", "с", "по", "half", "twenty", "three", "hundred", "third", "of", "march", "last", "since", "2025", "99999999999999999999", "-1", "3", "", "полгода", "the", "minus", "point"];

    public static string Of(Random random, string[] pieces, int most, string between = "")
    {
        var text = new StringBuilder();
        for (var i = random.Next(most); i >= 0; i--)
            text.Append(pieces[random.Next(pieces.Length)]).Append(between);
        return text.ToString();
    }

    /// <summary>
    /// As a file may hold it: half of a surrogate pair becomes the bytes some programs write for it, and one file in eight has a byte
    /// of another encoding.
    /// </summary>
    public static byte[] Encode(Random random, string text)
    {
        var bytes = new List<byte>(text.Length * 2);
        Span<byte> rune = stackalloc byte[4];
        for (var at = 0; at < text.Length;)
        {
            if (Rune.TryGetRuneAt(text, at, out var whole))
            {
                bytes.AddRange(rune[..whole.EncodeToUtf8(rune)]);
                at += whole.Utf16SequenceLength;
            }
            else
            {
                var half = text[at++];
                bytes.AddRange([(byte)(0xE0 | (half >> 12)), (byte)(0x80 | ((half >> 6) & 0x3F)), (byte)(0x80 | (half & 0x3F))]);
            }
        }

        if (random.Next(8) == 0 && bytes.Count > 0)
        {
            bytes[random.Next(bytes.Count)] = (byte)random.Next(256);
        }

        return [.. bytes];
    }

    public static string Mutate(Random random, string text)
    {
        var mutated = new StringBuilder(text);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(mutated.Length);
            switch (random.Next(3))
            {
                case 0:
                    mutated.Remove(at, Math.Min(random.Next(1, 20), mutated.Length - at));
                    break;
                case 1:
                    mutated.Insert(at, YamlPieces[random.Next(YamlPieces.Length)]);
                    break;
                default:
                    mutated.Insert(at, TemplatePieces[random.Next(TemplatePieces.Length)]);
                    break;
            }
        }

        return mutated.ToString();
    }
}
