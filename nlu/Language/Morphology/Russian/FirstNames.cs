using System.Collections.Frozen;

namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>Common first names, which tell the gender of a full name without a patronymic; "е" for "ё".</summary>
internal static class FirstNames
{
    public static readonly FrozenSet<string> Feminine = Set(
        "анна мария елена ольга наталья наталия татьяна ирина екатерина светлана юлия анастасия людмила галина нина валентина софия софья дарья " +
        "полина вера надежда любовь виктория алиса ксения кристина маргарита лариса тамара раиса зинаида евгения алина варвара вероника " +
        "диана жанна зоя инна лидия майя марина оксана римма таисия ульяна эльвира яна антонина клавдия мальвина эмма снежана");

    public static readonly FrozenSet<string> Masculine = Set(
        "александр сергей владимир андрей алексей дмитрий николай иван михаил виктор юрий павел евгений максим артем константин олег игорь " +
        "роман степан петр антон илья кирилл денис василий григорий федор анатолий борис вадим валерий виталий вячеслав геннадий георгий " +
        "глеб даниил данил егор леонид марк матвей никита руслан станислав тимофей тимур эдуард ярослав яков лев семен аркадий арсений");

    private static readonly FrozenDictionary<string, string[]> IrregularForms = new Dictionary<string, string[]>
    {
        ["павел"] = Split("павел павла павлу павла павлом павле"),
        ["лев"] = Split("лев льва льву льва львом льве"),
        ["петр"] = Split("петр петра петру петра петром петре"),
        ["любовь"] = Split("любовь любови любови любовь любовью любови"),
        ["илья"] = Split("илья ильи илье илью ильей илье"),
        ["никита"] = Split("никита никиты никите никиту никитой никите"),
    }.ToFrozenDictionary();

    /// <summary>The six singular forms of a name that follows no rule; null for the others.</summary>
    public static string[]? Irregular(string name) => IrregularForms.GetValueOrDefault(name);

    private static FrozenSet<string> Set(string names) => Split(names).ToFrozenSet(StringComparer.Ordinal);

    private static string[] Split(string words) => words.Split(' ');
}
