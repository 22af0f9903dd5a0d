using VoiceMed.Nlu.Language.Grammar;
using VoiceMed.Nlu.Language.Morphology.Russian;

namespace VoiceMed.Nlu.Language.Numbers.Russian;

/// <summary>Writes Russian ordinals: cardinals in the nominative, then one adjective that agrees.</summary>
internal static class RussianOrdinalWriter
{
    public static string Write(long value, GrammaticalCase grammaticalCase, GrammaticalGender gender, GrammaticalNumber number, bool animate)
    {
        var (last, lemma) = LastWord(value);
        var ordinal = RussianAdjective.Decline(lemma, grammaticalCase, gender, number, animate);
        return value == last
            ? ordinal
            : RussianCardinalWriter.Write(value - last, GrammaticalCase.Nominative, GrammaticalGender.Masculine, animate: false) + ' ' + ordinal;
    }

    private static (long Value, string Lemma) LastWord(long value)
    {
        foreach (var (scale, lemma) in RussianOrdinalReader.ScaleLemmas)
        {
            if (value != 0 && value % scale == 0)
            {
                var group = value / scale % 1000;
                return (group * scale, RussianOrdinals.CompoundPrefix((int)group) + lemma);
            }
        }

        var belowHundred = (int)(value % 100);
        var last = belowHundred switch
        {
            0 => (int)(value % 1000),
            <= 20 => belowHundred,
            _ => belowHundred % 10 == 0 ? belowHundred : belowHundred % 10,
        };
        return (last, RussianOrdinals.Simple(last));
    }
}
