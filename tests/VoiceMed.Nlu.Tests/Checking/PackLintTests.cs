using VoiceMed.Nlu.Checking;
using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Tests.TestData;
using Xunit;

namespace VoiceMed.Nlu.Tests.Checking;

[Collection(SharedClinicalPack.Name)]
public sealed class PackLintTests(ClinicalPack pack)
{
    private const string Contract = """
        intents:
          first.thing: { summary: First. }
          second.thing: { summary: Second. }
        """;

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Check_ClinicalPack_NothingToSay(string language)
    {
        Assert.Empty(pack.Store.Messages);
        Assert.Empty(PackLint.Check(pack.Intents, language, ClinicalPack.ModelWords(language)).Select(m => m.ToString()));
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Tests_OfEachIntent_AtLeastTwentyAndFortyOfTheFrequent(string language)
    {
        var tests = pack.Intents.TestUtterancesByIntent(language);

        var few = pack.Intents.Intents.Values.Where(i => tests[i.Id].Count < (i.Frequent ? 40 : 20)).Select(i => $"{i.Id}: {tests[i.Id].Count}");

        Assert.Empty(few);
        Assert.True(pack.Intents.Intents.Values.Count(i => i.Frequent) >= 8);
    }

    [Fact]
    public void Check_WordTheModelLacks_WarnedAtItsPlaceUnlessItIsListed()
    {
        string[] known = ["покажи"];
        using var silent = Open("intents:\n  first.thing: { sentences: [покажи ферритин] }\n");
        using var listed = Open("intents:\n  first.thing: { sentences: [покажи ферритин] }\nunheard: { нет другого имени: [Ферритин] }\n");

        var warned = Lint(silent, known);

        Assert.Equal([PackMessageCode.UnknownWord], warned.Select(m => m.Code));
        Assert.Contains("'ферритин'", warned[0].Text, StringComparison.Ordinal);
        Assert.Empty(Lint(listed, known));
        Assert.Equal(["ферритин"], PackLint.MissingWords(listed.Current, "ru", known.ToHashSet()).Select(w => w.Text));
    }

    [Fact]
    public void Check_InflectedWordOfWhichTheModelKnowsAForm_Silent()
    {
        using var store = Open("intents:\n  first.thing: { sentences: [\"покажи ~больница\"] }\n");

        Assert.Empty(Lint(store, ["покажи", "больницы"]));
    }

    [Fact]
    public void Check_ListedWordThatNothingUses_Warned()
    {
        using var store = Open("intents:\n  first.thing: { sentences: [покажи] }\nunheard: { забыто: [ферритин] }\n");

        Assert.Equal([PackMessageCode.UnusedWord], Lint(store, ["покажи"]).Select(m => m.Code));
    }

    [Theory]
    [InlineData("", "first.thing", true)]
    [InlineData("    yields: [second.thing]", "second.thing", false)]
    public void Check_SentenceOfTwoIntents_WarnedUnlessOneYields(string yields, string understood, bool warned)
    {
        var contract = $"intents:\n  first.thing:\n    summary: First.\n{yields}\n  second.thing: {{ summary: Second. }}\n";
        using var folder = new PackFolder(contract, "intents:\n  first.thing: { sentences: [покажи вещь] }\n  second.thing: { sentences: [\"(покажи|дай) вещь\"] }\n");
        using var store = PackStore.Load(folder.Path, new PackOptions());

        Assert.Equal(understood, store.Current.Parse("покажи вещь", "ru").Intent);
        Assert.Equal(warned, Lint(store, ["покажи", "вещь", "дай"]).Any(m => m.Code == PackMessageCode.SharedSentence));
    }

    [Fact]
    public void Parse_TwoIntentsThatYieldToEachOther_StillAnswered()
    {
        using var folder = new PackFolder(
            "intents:\n  first.thing: { summary: A., yields: [second.thing] }\n  second.thing: { summary: B., yields: [first.thing] }\n",
            "intents:\n  first.thing: { sentences: [покажи вещь] }\n  second.thing: { sentences: [покажи вещь] }\n");
        using var store = PackStore.Load(folder.Path, new PackOptions());

        Assert.True(store.Current.Parse("покажи вещь", "ru").IsUnderstood);
    }

    [Fact]
    public void Check_CommandsThatSoundAlike_Warned()
    {
        using var store = Open("intents:\n  first.thing: { sentences: [покажи узи], tests: [{ say: покажи узи }] }\n  second.thing: { sentences: [покажи ещё], tests: [{ say: покажи ещё }] }\n");

        Assert.Contains(Lint(store, ["покажи", "узи", "еще"]), m => m.Code == PackMessageCode.SoundsAlike);
    }

    private static PackStore Open(string russian)
    {
        using var folder = new PackFolder(Contract, russian);
        return PackStore.Load(folder.Path, new PackOptions());
    }

    private static IReadOnlyList<PackMessage> Lint(PackStore store, string[] known) => PackLint.Check(store.Current, "ru", known.ToHashSet());
}
