using VoiceMed.Nlu.Language.Morphology.Russian;
using Xunit;

namespace VoiceMed.Nlu.Tests.Language.Morphology;

public class RussianInflectorTests
{
    private readonly RussianInflector _inflector = new();

    [Theory]
    [InlineData("больница", "больницы больнице больницу больницей больниц больницам больницами больницах")]
    [InlineData("посещение", "посещения посещению посещением посещении посещений посещениям посещениями посещениях")]
    [InlineData("врач", "врача врачу врачом враче врачи врачей врачам врачами врачах")]
    [InlineData("таблетка", "таблетки таблетку таблеткой таблеток таблеткам")]
    [InlineData("койка", "койки койку коек койкам")]
    [InlineData("снимок", "снимка снимку снимком снимки снимков снимкам")]
    [InlineData("срок", "срока сроком сроки сроков")]
    [InlineData("день", "дня дню днем дне дни дней дням днями днях")]
    [InlineData("год", "года году годом годы лет годам")]
    [InlineData("госпиталь", "госпиталя госпиталю госпиталем госпитале госпиталей")]
    [InlineData("кровь", "крови кровью")]
    [InlineData("аллергия", "аллергии аллергию аллергией аллергий аллергиям")]
    [InlineData("отделение", "отделения отделению отделений отделениях")]
    [InlineData("доктор", "доктора доктору докторов доктора")]
    [InlineData("санаторий", "санатория санаторию санаториев")]
    [InlineData("медсестра", "медсестры медсестру медсестер")]
    [InlineData("число", "числа чисел числам")]
    [InlineData("сутки", "суток суткам сутками")]
    [InlineData("время", "времени временем времен")]
    public void Forms_Noun_HasEveryCaseAndNumber(string lemma, string expected) => AssertForms(lemma, expected);

    [Theory]
    [InlineData("последний", "последняя последнее последние последнего последней последнему последнюю последним последних последними последнем")]
    [InlineData("городской", "городская городского городской городскую городские городских")]
    [InlineData("текущий", "текущего текущая текущую текущие текущих")]
    [InlineData("большой", "большого большая большие")]
    [InlineData("третий", "третьего третья третью третьей третьи")]
    [InlineData("центральная", "центральной центральную центральный")]
    public void Forms_Adjective_HasEveryGenderAndCase(string lemma, string expected) => AssertForms(lemma, expected);

    [Theory]
    [InlineData("показать", "покажи покажите покажу покажешь покажет покажут показал показала показали показан показаны")]
    [InlineData("открыть", "открой откройте открою откроет открыл открыла открыт открыты")]
    [InlineData("смотреть", "смотри смотрел смотрела смотрели смотрит смотрю")]
    [InlineData("найти", "найди найдите найду найдет нашел нашла нашли")]
    [InlineData("дать", "дай дайте дам даст дадим дадут дал дала")]
    [InlineData("лечиться", "лечился лечилась лечились лечится лечись")]
    [InlineData("лежать", "лежал лежала лежит")]
    [InlineData("прийти", "приди придет пришел пришла пришли")]
    [InlineData("назначить", "назначь назначьте назначил назначили назначен назначены назначенные назначу")]
    [InlineData("вывести", "выведи выведите выведу вывел выведен")]
    [InlineData("прочитать", "прочитай прочитайте прочитал прочитаю")]
    [InlineData("принимать", "принимает принимал принимала")]
    [InlineData("подтвердить", "подтверди подтвердите подтвержден")]
    [InlineData("вернуться", "вернись вернитесь вернулся")]
    [InlineData("хотеть", "хочу хочет хотим хотел")]
    [InlineData("мочь", "могу может можешь могут мог могла")]
    [InlineData("листать", "листай листайте листаю")]
    [InlineData("отправить", "отправь отправьте отправлю отправил")]
    public void Forms_Verb_HasTheCommonForms(string lemma, string expected) => AssertForms(lemma, expected);

    [Theory]
    [InlineData("покажи", "покажите показать")]
    [InlineData("документы", "документов документ документами")]
    [InlineData("больницы", "больница больнице")]
    public void Forms_FormOfADomainWord_IsBroughtToItsLemmaFirst(string form, string expected) => AssertForms(form, expected);

    [Theory]
    [InlineData("Иванов", "иванова иванову ивановым иванове ивановой")]
    [InlineData("Иванова", "ивановой иванову")]
    [InlineData("Ковальский", "ковальского ковальскому ковальская ковальской")]
    [InlineData("Ткачук", "ткачука ткачуку ткачуком")]
    [InlineData("Петровна", "петровны петровне петровну петровной")]
    [InlineData("Сергеевич", "сергеевича сергеевичу сергеевичем")]
    public void Forms_Name_HasEveryCase(string lemma, string expected) => AssertForms(lemma, expected);

    [Theory]
    [InlineData("Черных")]
    [InlineData("Шевченко")]
    [InlineData("ЭКГ")]
    [InlineData("МРТ")]
    [InlineData("в")]
    [InlineData("x")]
    [InlineData("")]
    public void Forms_IndeclinableOrForeign_IsAlone(string lemma) => Assert.Single(_inflector.Forms(lemma));

    [Fact]
    public void Forms_Phrase_AgreesAndKeepsTheComplement()
    {
        var forms = _inflector.Forms("центральная районная больница");
        Assert.Contains("центральной районной больницы", forms);
        Assert.Contains("центральную районную больницу", forms);
        Assert.Contains("центральных районных больниц", forms);
        Assert.Contains("протоколами операции", _inflector.Forms("протокол операции"));
        Assert.Contains("последнего пациента", _inflector.Forms("последний пациент"));
    }

    [Fact]
    public void Lemma_FormsOfOneDomainWord_ShareIt()
    {
        var lemmatizer = new RussianLemmatizer();
        Assert.Equal("больница", lemmatizer.Lemma("больницами"));
        Assert.Equal("показать", lemmatizer.Lemma("покажите"));
        Assert.Equal("аллергия", lemmatizer.Lemma("аллергией"));
        Assert.Equal(lemmatizer.Lemma("утконоса"), lemmatizer.Lemma("утконосом"));
    }

    private void AssertForms(string lemma, string expected)
    {
        var forms = _inflector.Forms(lemma);
        var missing = expected.Split(' ').Except(forms);
        Assert.True(!missing.Any(), $"{lemma} lacks {string.Join(' ', missing)} among {string.Join(' ', forms)}");
    }
}
