using System.Text;
using VoiceMed.Nlu.Language.Grammar;

namespace VoiceMed.Nlu.Language.Numbers.Russian;

/// <summary>Writes Russian cardinals in any case and gender; every word of a compound is declined.</summary>
internal static class RussianCardinalWriter
{
    private static readonly long[] ScalesDescending = [RussianNumerals.Milliard, RussianNumerals.Million, RussianNumerals.Thousand];

    public static string Write(long value, GrammaticalCase grammaticalCase, GrammaticalGender gender, bool animate)
    {
        if (value == 0)
            return RussianNumerals.Zero[(int)grammaticalCase];
        var words = new StringBuilder();
        if (value < 0)
        {
            words.Append("минус");
            value = -value;
        }

        // For living beings the accusative is the genitive: of simple numerals ("вижу двух пациентов", but "двадцать два пациента"),
        // and of a final "один" always ("двадцать одного пациента").
        var animateOne = false;
        if (animate && grammaticalCase == GrammaticalCase.Accusative)
        {
            if (value is >= 2 and <= 4)
                grammaticalCase = GrammaticalCase.Genitive;
            animateOne = gender != GrammaticalGender.Feminine;
        }

        return WriteGroups(words, value, grammaticalCase, gender, animateOne);
    }

    private static string WriteGroups(
        StringBuilder words, long value, GrammaticalCase grammaticalCase, GrammaticalGender gender, bool animateOne)
    {
        foreach (var scale in ScalesDescending)
        {
            var group = value / scale % 1000;
            if (group == 0)
                continue;
            var noun = RussianNumerals.Scales[scale];
            if (group != 1 || words.Length > 0)
                WriteGroup(words, (int)group, grammaticalCase, noun.Gender, animateOne: false);
            Append(words, noun.After(group, grammaticalCase));
        }

        WriteGroup(words, (int)(value % 1000), grammaticalCase, gender, animateOne);
        return words.ToString();
    }

    private static void WriteGroup(
        StringBuilder words, int group, GrammaticalCase grammaticalCase, GrammaticalGender gender, bool animateOne)
    {
        var index = (int)grammaticalCase;
        if (group >= 100)
            Append(words, RussianNumerals.Simple[group / 100 * 100][index]);
        var rest = group % 100;
        if (rest > 20)
        {
            Append(words, RussianNumerals.Simple[rest / 10 * 10][index]);
            rest %= 10;
        }

        if (rest > 0)
            Append(words, Small(rest, animateOne && rest == 1 ? (int)GrammaticalCase.Genitive : index, gender));
    }

    private static string Small(int value, int index, GrammaticalGender gender) => (value, gender) switch
    {
        (1, GrammaticalGender.Feminine) => RussianNumerals.OneFeminine[index],
        (1, GrammaticalGender.Neuter) => RussianNumerals.OneNeuter[index],
        (1, _) => RussianNumerals.OneMasculine[index],
        (2, GrammaticalGender.Feminine) => RussianNumerals.TwoFeminine[index],
        (2, _) => RussianNumerals.TwoMasculine[index],
        _ => RussianNumerals.Simple[value][index],
    };

    private static void Append(StringBuilder words, string word)
    {
        if (words.Length > 0)
            words.Append(' ');
        words.Append(word);
    }
}
