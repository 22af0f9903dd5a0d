using System.Collections.Frozen;

namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>What the endings of nouns do not tell, for the words of the clinical domain and the commonest others; all with "е" for "ё".</summary>
/// <remarks>Source: Zaliznyak, Grammatical Dictionary of Russian.</remarks>
internal static class NounExceptions
{
    /// <summary>Nouns whose forms follow no rule: six singular, six plural.</summary>
    public static readonly FrozenDictionary<string, (string Singular, string Plural)> Irregular = new Dictionary<string, (string, string)>
    {
        ["человек"] = ("человек человека человеку человека человеком человеке", "люди людей людям людей людьми людях"),
        ["ребенок"] = ("ребенок ребенка ребенку ребенка ребенком ребенке", "дети детей детям детей детьми детях"),
        ["год"] = ("год года году год годом году", "годы лет годам годы годами годах"),
        ["время"] = ("время времени времени время временем времени", "времена времен временам времена временами временах"),
        ["имя"] = ("имя имени имени имя именем имени", "имена имен именам имена именами именах"),
        ["мать"] = ("мать матери матери мать матерью матери", "матери матерей матерям матерей матерями матерях"),
        ["дочь"] = ("дочь дочери дочери дочь дочерью дочери", "дочери дочерей дочерям дочерей дочерями дочерях"),
        ["брат"] = ("брат брата брату брата братом брате", "братья братьев братьям братьев братьями братьях"),
        ["кровь"] = ("кровь крови крови кровь кровью крови", "крови кровей кровям крови кровями кровях"),
        ["сутки"] = ("сутки суток суткам сутки сутками сутках", "сутки суток суткам сутки сутками сутках"),
        ["роды"] = ("роды родов родам роды родами родах", "роды родов родам роды родами родах"),
        ["весы"] = ("весы весов весам весы весами весах", "весы весов весам весы весами весах"),
        ["путь"] = ("путь пути пути путь путем пути", "пути путей путям пути путями путях"),
        ["сердце"] = ("сердце сердца сердцу сердце сердцем сердце", "сердца сердец сердцам сердца сердцами сердцах"),
        ["плечо"] = ("плечо плеча плечу плечо плечом плече", "плечи плеч плечам плечи плечами плечах"),
        ["колено"] = ("колено колена колену колено коленом колене", "колени коленей коленям колени коленями коленях"),
        ["ухо"] = ("ухо уха уху ухо ухом ухе", "уши ушей ушам уши ушами ушах"),
    }.ToFrozenDictionary();

    /// <summary>Masculine nouns in "-ь"; the other nouns in "-ь" are feminine, but those in "-тель" and "-арь" are masculine anyway.</summary>
    public static readonly FrozenSet<string> MasculineSoft = Set(
        "день февраль апрель июнь июль сентябрь октябрь ноябрь декабрь уровень камень корень госпиталь пароль контроль профиль кашель " +
        "стебель дождь гость рубль ноль огонь никель кисель голубь конь зверь парень перечень вексель автомобиль стиль " +
        "локоть ноготь коготь ремень гвоздь вождь медведь олень уголь");

    /// <summary>Feminine in spite of "-тель" or "-арь".</summary>
    public static readonly FrozenSet<string> FeminineSoft = Set("постель метель гарь киноварь");

    /// <summary>Stems that lose their vowel outside the nominative: the stem to use instead.</summary>
    public static readonly FrozenDictionary<string, string> Fleeting = Map(
        "день дн;уровень уровн;камень камн;корень корн;кашель кашл;перечень перечн;локоть локт;ноготь ногт;ремень ремн;пень пн;" +
        "рот рт;лоб лб;сон сн;лед льд;огонь огн;угол угл;узел узл;мел мел;отдел отдел;орел орл;парень парн;стебель стебл;уголь угл;" +
        "ветер ветр;шов шв;ров рв;лен льн;лев льв;заем займ;наем найм;боец бойц;заяц зайц");

    /// <summary>Masculine nouns whose "о" in "-ок" stays.</summary>
    public static readonly FrozenSet<string> SteadyOk = Set("срок урок поток порок восток исток пророк сток ток шок блок бок сок рок паек кровоток приток отток электрошок");

    /// <summary>Masculine nouns with a stressed "-а" or "-я" in the plural.</summary>
    public static readonly FrozenSet<string> PluralInA = Set(
        "доктор профессор паспорт адрес номер вечер голос глаз город дом корпус поезд том цвет фельдшер отпуск край учитель директор " +
        "счет сорт остров сторож повар мастер провод");

    /// <summary>Masculine nouns with the stress on the ending, which then has "о" after a sibilant: "врачом".</summary>
    public static readonly FrozenSet<string> StressedEnding = Set("врач отец конец образец этаж ключ мяч плащ нож багаж карандаш палач грач рубец боец");

    /// <summary>Genitive plural without an ending, where a vowel is put in or nothing is, against the rule.</summary>
    public static readonly FrozenDictionary<string, string> GenitivePlural = Map(
        "медсестра медсестер;сестра сестер;окно окон;письмо писем;число чисел;ребро ребер;бедро бедер;пятно пятен;стекло стекол;ядро ядер;" +
        "весна весен;сосна сосен;кресло кресел;ведро ведер;семья семей;статья статей;судья судей;деревня деревень;вафля вафель;капля капель;" +
        "петля петель;земля земель;туфля туфель;песня песен;кухня кухонь;минута минут;игла игл;кость костей;почка почек;грамм граммов;" +
        "раз раз;глаз глаз;волос волос;сапог сапог;солдат солдат;полчаса получасов;доля долей;ноздря ноздрей;свеча свечей;оса ос");

    /// <summary>Abbreviations and loans that never change.</summary>
    public static readonly FrozenSet<string> Indeclinable = Set(
        "мрт экг узи кт ээг мно соэ алт аст ттг пса вич чсс чдд ад мскт эхо пэт эгдс лфк орви оак оам мис фио омс дмс кофе какао пальто фото видео такси " +
        "радио кино метро депо авто алоэ меню интервью резюме");

    /// <summary>Living beings among the masculine nouns, which changes their accusative; names are living anyway.</summary>
    public static readonly FrozenSet<string> Animate = Set(
        "пациент больной врач доктор фельдшер санитар хирург терапевт кардиолог невролог онколог травматолог педиатр гинеколог уролог " +
        "офтальмолог окулист эндокринолог дерматолог психиатр реаниматолог анестезиолог рентгенолог лаборант стоматолог человек сотрудник " +
        "посетитель родственник муж отец сын брат медбрат администратор специалист консультант заведующий дежурный пульмонолог нефролог " +
        "ревматолог гематолог инфекционист аллерголог");

    /// <summary>Nouns in "-ть" and "-чь", which would pass for infinitives; those in "-ость" are nouns anyway.</summary>
    public static readonly FrozenSet<string> NotVerbs = Set(
        "часть сеть область память смерть мать кровать печать тетрадь нить плоть зависть ночь дочь речь желчь печь повесть весть " +
        "честь шерсть треть четверть десять пять шесть девять двадцать тридцать локоть ноготь путь ртуть муть степь полость шерсть опять суть");

    /// <summary>Nouns that end like adjectives in "-ий", "-ой", "-ый".</summary>
    public static readonly FrozenSet<string> NotAdjectives = Set(
        "санаторий калий натрий кальций магний литий барий гений планетарий лекторий крематорий критерий " +
        "герой бой строй покой слой перебой прибой устой настой сбой дмитрий юрий василий григорий анатолий геннадий валерий евгений аркадий " +
        "виталий георгий сергий прокопий");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Map(string pairs) =>
        pairs.Split(';').Select(static pair => pair.Split(' ')).ToFrozenDictionary(static pair => pair[0], static pair => pair[1]);
}
