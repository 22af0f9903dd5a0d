using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Parsing;
using VoiceMed.Nlu.Tests.TestData;
using Xunit;

namespace VoiceMed.Nlu.Tests.Parsing;

public sealed class IntentSetTests : IDisposable
{
    private readonly PackFolder _pack = new();
    private readonly PackStore _store;

    public IntentSetTests() => _store = _pack.Load();

    private IntentSet Intents => _store.Current;

    public void Dispose()
    {
        _store.Dispose();
        _pack.Dispose();
    }

    [Theory]
    [InlineData("покажи посещения", "visits.list", "")]
    [InlineData("Покажи ПОСЕЩЕНИЯ!", "visits.list", "")]
    [InlineData("выведи последние три визита пациента", "visits.list", "count=3")]
    [InlineData("ассистент покажи пожалуйста посещения", "visits.list", "")]
    [InlineData("посещение в центральной больнице", "visits.list", "hospital=H1")]
    [InlineData("посещения из второй больницы", "visits.list", "hospital=2")]
    [InlineData("покажи посещения этой", "visits.list", "")]
    [InlineData("посещения из этой больницы", "visits.list", "hospital=this")]
    [InlineData("где пациент лечился", "visits.list", "")]
    [InlineData("пациент где лечится", "visits.list", "")]
    [InlineData("посещения ивановой марии", "visits.list", "patient=P1")]
    [InlineData("открой третий документ", "document.open", "index=3")]
    [InlineData("открой последний", "document.open", "index=-1")]
    [InlineData("открой документ номер двадцать один", "document.open", "index=21")]
    [InlineData("давление и пульс", "vitals.latest", "vital=blood_pressure,pulse")]
    [InlineData("экстренный доступ больной без сознания", "emergency.access", "reason=больной без сознания")]
    public void Parse_TemplateSentence_IntentAndSlots(string text, string intent, string slots)
    {
        var result = Intents.Parse(text, "ru");

        Assert.Equal(intent, result.Intent);
        if (slots.Length > 0)
            Assert.Equal(slots, string.Join(' ', result.Intents[0].Slots.Select(s => $"{s.Key}={s.Value.Value}")));
    }

    [Fact]
    public void Parse_Call_HasTheSlotsThatAreKnown()
    {
        var call = Intents.Parse("последние два посещения кузнецовой анны", "ru").Intents[0].Call!;

        Assert.Equal("getHospitalVisits", call.Operation);
        Assert.Equal(["P3", "2"], [call.Parameters["patient"], call.Parameters["count"]]);
        Assert.DoesNotContain("hospital", call.Parameters.Keys);
    }

    [Fact]
    public void Parse_SurnameOfTwo_IsAmbiguousNotGuessed()
    {
        // "Кузнецова" is the genitive of the man's surname and the woman's nominative.
        var patient = Intents.Parse("посещения кузнецова", "ru").Intents[0].Slots["patient"];

        Assert.True(patient.IsAmbiguous);
        Assert.Equal(["P2", "P3"], patient.Candidates.Order());
    }

    [Theory]
    [InlineData("посещения ивоновой марии", "P1")]
    [InlineData("выведи посещения кузнецоф сергей", "P2")]
    public void Parse_GarbledName_TheOneItSoundsLike(string text, string patient)
    {
        var slot = Intents.Parse(text, "ru").Intents[0].Slots["patient"];

        Assert.Equal((patient, SlotSource.Alike), (slot.Value, slot.Source));
    }

    [Fact]
    public void Parse_TwoQuestionsOneOfThemWordedFreely_BothInTheOrderAsked()
    {
        var result = Intents.Parse("покажи посещения а также какое сейчас было давление", "ru");

        Assert.Equal(["visits.list", "vitals.latest"], result.Intents.Select(i => i.Intent));
    }

    [Fact]
    public void Parse_TwoQuestions_TwoIntentsInTheOrderAsked()
    {
        var result = Intents.Parse("покажи посещения а также какое давление", "ru");

        Assert.Equal(["visits.list", "vitals.latest"], result.Intents.Select(i => i.Intent));
    }

    [Theory]
    [InlineData("закажи пиццу")]
    [InlineData("какая завтра погода")]
    [InlineData("")]
    [InlineData("…!?")]
    [InlineData("ъыь йцукен")]
    public void Parse_OutOfScope_NoneWithAnExplanation(string text)
    {
        var result = Intents.Parse(text, "ru");

        Assert.False(result.IsUnderstood);
        Assert.Equal(ParseResult.None, result.Intent);
        Assert.NotEmpty(result.Explanation);
    }

    [Fact]
    public void Parse_Rejected_NamesStrangeWordsAndNearestIntents()
    {
        var result = Intents.Parse("сколько стоит килограмм картошки", "ru");

        Assert.False(result.IsUnderstood);
        Assert.Contains("картошки", result.Explanation, StringComparison.Ordinal);
        Assert.NotEmpty(result.Nearest);
    }

    [Fact]
    public void Parse_UnknownLanguage_Throws() => Assert.Throws<ArgumentException>(() => Intents.Parse("bonjour", "fr"));

    [Fact]
    public void Parse_TenThousandWords_EndsQuickly()
    {
        var text = string.Join(' ', Enumerable.Repeat("покажи последние посещения в центральной больнице", 2_000));

        Assert.NotNull(Intents.Parse(text, "ru"));
    }

    [Fact]
    public async Task Parse_FromManyThreads_SameResults()
    {
        string[] texts = ["покажи посещения", "открой третий документ", "какое давление", "закажи такси", "посещения из второй больницы"];
        var expected = texts.Select(t => Intents.Parse(t, "ru").Intent).ToArray();

        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => texts.Select(t => Intents.Parse(t, "ru").Intent).ToArray())));

        Assert.All(all, got => Assert.Equal(expected, got));
    }

    [Fact]
    public void RecognitionPhrases_Limit_HoldsAndPhrasesAreWordsOnly()
    {
        var phrases = Intents.RecognitionPhrases("ru", 200);

        Assert.Equal(200, phrases.Count);
        Assert.Equal(phrases.Count, phrases.Distinct().Count());
        Assert.All(phrases, p => Assert.True(p.All(c => char.IsLetter(c) || c == ' '), p));
    }

    [Fact]
    public void RecognitionPhrases_Persons_AreAmongThem() =>
        Assert.Contains("иванова мария", Intents.RecognitionPhrases("ru"));

    [Fact]
    public void Sample_EverySample_ParsesBackToItsIntent()
    {
        foreach (var intent in new[] { "document.open", "cancel", "confirm.yes" })
            Assert.All(Intents.Sample(intent, "ru", 10, 7), s => Assert.Equal(intent, Intents.Parse(s, "ru").Intent));
    }
}
