using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Language.Morphology.Russian;
using Xunit;

namespace VoiceMed.Nlu.Tests.Language.Morphology;

public class RussianReplyGrammarTests
{
    private readonly RussianReplyGrammar _grammar = new();

    [Theory]
    [InlineData(0, "посещение", "посещений")]
    [InlineData(1, "посещение", "посещение")]
    [InlineData(2, "посещение", "посещения")]
    [InlineData(5, "посещение", "посещений")]
    [InlineData(11, "посещение", "посещений")]
    [InlineData(12, "посещение", "посещений")]
    [InlineData(21, "посещение", "посещение")]
    [InlineData(104, "посещение", "посещения")]
    [InlineData(111, "посещение", "посещений")]
    [InlineData(3, "аллергия", "аллергии")]
    [InlineData(7, "аллергия", "аллергий")]
    [InlineData(2, "документ", "документа")]
    [InlineData(5, "таблетка", "таблеток")]
    [InlineData(3, "день", "дня")]
    [InlineData(6, "месяц", "месяцев")]
    [InlineData(5, "год", "лет")]
    [InlineData(3, "диагноз", "диагноза")]
    [InlineData(5, "измерение", "измерений")]
    [InlineData(4, "пациент", "пациента")]
    [InlineData(5, "больница", "больниц")]
    [InlineData(2, "новый документ", "новых документа")]
    [InlineData(5, "лекарственный препарат", "лекарственных препаратов")]
    [InlineData(3, "лекарство", "лекарства")]
    [InlineData(5, "лекарство", "лекарств")]
    [InlineData(5, "согласие", "согласий")]
    [InlineData(5, "запись", "записей")]
    [InlineData(2, "упаковка", "упаковки")]
    [InlineData(5, "упаковка", "упаковок")]
    [InlineData(5, "результат", "результатов")]
    [InlineData(5, "анализ", "анализов")]
    [InlineData(5, "выписка", "выписок")]
    [InlineData(5, "просмотр", "просмотров")]
    [InlineData(5, "обращение", "обращений")]
    [InlineData(5, "показатель", "показателей")]
    public void Plural_Count_AgreesWithIt(long count, string noun, string expected) => Assert.Equal(expected, _grammar.Plural(count, noun));

    [Theory]
    [InlineData("Иванова Мария Петровна", GrammaticalCase.Genitive, "Ивановой Марии Петровны")]
    [InlineData("Иванова Мария Петровна", GrammaticalCase.Dative, "Ивановой Марии Петровне")]
    [InlineData("Иванова Мария Петровна", GrammaticalCase.Accusative, "Иванову Марию Петровну")]
    [InlineData("Кузнецов Сергей Алексеевич", GrammaticalCase.Genitive, "Кузнецова Сергея Алексеевича")]
    [InlineData("Кузнецов Сергей Алексеевич", GrammaticalCase.Instrumental, "Кузнецовым Сергеем Алексеевичем")]
    [InlineData("Семён Ковалёв", GrammaticalCase.Genitive, "Семёна Ковалёва")]
    [InlineData("Ковальская Анна", GrammaticalCase.Dative, "Ковальской Анне")]
    [InlineData("Ковальский Иван Ильич", GrammaticalCase.Dative, "Ковальскому Ивану Ильичу")]
    [InlineData("Ткачук Ольга Ивановна", GrammaticalCase.Genitive, "Ткачук Ольги Ивановны")]
    [InlineData("Ткачук Олег Иванович", GrammaticalCase.Genitive, "Ткачука Олега Ивановича")]
    [InlineData("Черных Павел Андреевич", GrammaticalCase.Dative, "Черных Павлу Андреевичу")]
    [InlineData("Шевченко Илья", GrammaticalCase.Genitive, "Шевченко Ильи")]
    [InlineData("Любовь Орлова", GrammaticalCase.Genitive, "Любови Орловой")]
    [InlineData("Городская больница № 2", GrammaticalCase.Genitive, "Городской больницы № 2")]
    [InlineData("Первая городская больница", GrammaticalCase.Prepositional, "Первой городской больнице")]
    [InlineData("Больница скорой помощи", GrammaticalCase.Genitive, "Больницы скорой помощи")]
    [InlineData("Областной клинический госпиталь", GrammaticalCase.Prepositional, "Областном клиническом госпитале")]
    [InlineData("выписной эпикриз", GrammaticalCase.Accusative, "выписной эпикриз")]
    [InlineData("кардиограмма", GrammaticalCase.Accusative, "кардиограмму")]
    [InlineData("артериальное давление", GrammaticalCase.Genitive, "артериального давления")]
    [InlineData("ЭКГ", GrammaticalCase.Genitive, "ЭКГ")]
    [InlineData("Central Hospital", GrammaticalCase.Genitive, "Central Hospital")]
    [InlineData("", GrammaticalCase.Genitive, "")]
    public void InCase_Phrase_DeclinesNamesAndNouns(string phrase, GrammaticalCase grammaticalCase, string expected) =>
        Assert.Equal(expected, _grammar.InCase(phrase, grammaticalCase));

    [Fact]
    public void NumberWords_Noun_AgreesInGender()
    {
        Assert.Equal("две", _grammar.NumberWords(2, noun: "таблетка"));
        Assert.Equal("одно", _grammar.NumberWords(1, noun: "посещение"));
        Assert.Equal("вторая", _grammar.OrdinalWords(2, noun: "выписка"));
        Assert.Equal("третьего", _grammar.OrdinalWords(3, GrammaticalCase.Accusative, "пациент"));
    }

    [Theory]
    [InlineData("2025-03-03", "3 марта 2025 года")]
    [InlineData("yesterday", "вчера")]
    [InlineData("--03-03", "3 марта")]
    [InlineData("чушь", "чушь")]
    public void Date_Canonical_IsSaid(string value, string expected) => Assert.Equal(expected, _grammar.Date(value));

    [Theory]
    [InlineData("P3M", "за последние 3 месяца")]
    [InlineData("P1W", "за последнюю неделю")]
    [InlineData("P5Y", "за последние 5 лет")]
    [InlineData("last-month", "в прошлом месяце")]
    [InlineData("2025", "в 2025 году")]
    [InlineData("2025-03", "в марте 2025 года")]
    [InlineData("--01/..", "с января")]
    [InlineData("last-spring/..", "с прошлой весны")]
    [InlineData("last-tuesday/..", "со вторника")]
    [InlineData("--03/--05", "с марта по май")]
    [InlineData("2026-08-21/2026-11-21", "с 21 августа 2026 года по 21 ноября 2026 года")]
    [InlineData("-P2W", "2 недели назад")]
    [InlineData("..", "за всё время")]
    public void Period_Canonical_IsSaid(string value, string expected) => Assert.Equal(expected, _grammar.Period(value));
}
