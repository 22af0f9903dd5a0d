using System.Text;
using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Packs.Lists;
using VoiceMed.Nlu.Tests.TestData;
using Xunit;

namespace VoiceMed.Nlu.Tests.Packs;

public sealed class PackStoreTests
{
    [Fact]
    public void Load_GoodPack_NoErrors()
    {
        using var pack = new PackFolder();
        using var store = pack.Load();

        Assert.Empty(store.Errors);
        Assert.Equal(7, store.Current.Intents.Count);
    }

    [Fact]
    public void Load_MissingFolder_Throws() =>
        Assert.Throws<DirectoryNotFoundException>(() => PackStore.Load("/does/not/exist", new PackOptions()));

    [Theory]
    [InlineData("")]
    [InlineData("intents: [")]
    [InlineData("intents:\n\tx: y")]
    [InlineData("- a\n- b")]
    [InlineData("just text")]
    [InlineData("a: &x b\nc: *x")]
    [InlineData("intents: !!binary aGk=")]
    [InlineData("? [a, b]\n: c")]
    [InlineData("a: 1\n---\nb: 2")]
    public void Load_NotAPackFile_LocatedErrorAndTheRestWorks(string text)
    {
        using var pack = new PackFolder();
        pack.Write("ru/broken.yaml", text);

        using var store = pack.Load();

        Assert.NotEmpty(store.Errors);
        Assert.All(store.Errors, e => Assert.EndsWith("broken.yaml", e.Position.File, StringComparison.Ordinal));
        Assert.Equal("visits.list", store.Current.Parse("покажи посещения", "ru").Intent);
    }

    [Fact]
    public void Load_NotUtf8_SaysSo()
    {
        using var pack = new PackFolder();
        File.WriteAllBytes(Path.Combine(pack.Path, "ru", "old.yaml"), Encoding.Latin1.GetBytes("skip: [привет]".Replace('п', 'ÿ').Replace('р', 'þ') + "\u00ff"));

        using var store = pack.Load();

        Assert.Contains(store.Errors, e => e.Code == PackMessageCode.Unreadable && e.Text.Contains("UTF-8", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_HugeFile_Refused()
    {
        using var pack = new PackFolder();
        pack.Write("ru/huge.yaml", "skip: [" + string.Join(',', Enumerable.Repeat("слово", 400_000)) + "]");

        using var store = pack.Load();

        Assert.Contains(store.Errors, e => e.Code == PackMessageCode.Unreadable);
    }

    [Fact]
    public void Load_CatastrophicTemplate_RefusedWithItsSize()
    {
        var option = "(а|б|в|г|д|е|ж|з|и|к) ";
        using var pack = new PackFolder(russian: PackFolder.Russian.Replace("[отмена, отмени]", "[\"" + string.Concat(Enumerable.Repeat(option, 12)) + "\"]", StringComparison.Ordinal));

        using var store = pack.Load();

        var error = Assert.Single(store.Errors);
        Assert.Equal(PackMessageCode.TooManyExpansions, error.Code);
        Assert.Contains("1E+12", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_RulesThatDouble_RefusedWithTheirSize()
    {
        var rules = string.Concat(Enumerable.Range(1, 70).Select(i => $"  r{i}: \"<r{i - 1}> <r{i - 1}>\"\n"));
        using var pack = new PackFolder();
        pack.Write("ru/doubling.yaml", $"rules:\n  r0: \"(да|нет)\"\n{rules}");

        using var store = pack.Load();

        Assert.NotEmpty(store.Errors);
        Assert.All(store.Errors, e => Assert.Equal(PackMessageCode.TooManyExpansions, e.Code));
    }

    [Fact]
    public async Task Reload_BrokenFile_LastGoodVersionStaysAndDiffNamesTheFile()
    {
        using var pack = new PackFolder();
        using var store = pack.Load();
        pack.Write("ru/all.yaml", "intents: [");

        var diff = await store.ReloadAsync();

        Assert.True(diff.IsEmpty);
        Assert.Single(diff.SetAside);
        Assert.NotEmpty(store.Errors);
        Assert.Equal("visits.list", store.Current.Parse("покажи посещения", "ru").Intent);
    }

    [Fact]
    public async Task Reload_NewIntent_ReplacedAsAWholeWithADiff()
    {
        using var pack = new PackFolder();
        using var store = pack.Load();
        var before = store.Current;
        PackDiff? raised = null;
        store.Reloaded += (_, diff) => raised = diff;
        pack.Write("intents/blood.yaml", "intents:\n  blood.type: { summary: Blood type. }");
        pack.Write("ru/blood.yaml", "intents:\n  blood.type:\n    sentences: [\"[покажи] ~(группа) крови\"]");

        var diff = await store.ReloadAsync();

        Assert.Equal(["blood.type"], diff.Added);
        Assert.Empty(diff.Removed);
        Assert.Same(diff, raised);
        Assert.Equal("blood.type", store.Current.Parse("покажи группу крови", "ru").Intent);
        Assert.DoesNotContain("blood.type", before.Intents.Keys);
    }

    [Fact]
    public async Task Reload_ChangedSentence_IsAChange()
    {
        using var pack = new PackFolder();
        using var store = pack.Load();
        pack.Write("ru/all.yaml", PackFolder.Russian.Replace("[отмена, отмени]", "[отмена, отмени, забудь]", StringComparison.Ordinal));

        Assert.Equal(["cancel"], (await store.ReloadAsync()).Changed);
    }

    [Fact]
    public void Load_TwoPacks_TheSecondUsesTheFirstsRulesAndOverridesNothing()
    {
        using var first = new PackFolder();
        using var second = new PackFolder(
            "intents:\n  blood.type: { summary: Blood type. }\n  cancel: { summary: Mine. }",
            "intents:\n  blood.type: { sentences: [\"<show> группу крови\"] }");

        using var store = PackStore.Load([first.Path, second.Path], PackFolder.Options);

        var error = Assert.Single(store.Errors);
        Assert.Equal(PackMessageCode.DuplicateDeclaration, error.Code);
        Assert.Equal("Cancel.", store.Current.Intents["cancel"].Summary);
    }

    [Fact]
    public async Task RefreshLists_NewPatient_IsUnderstood()
    {
        using var pack = new PackFolder();
        var lists = new ChangingLists();
        using var store = PackStore.Load(pack.Path, PackFolder.Options with { DynamicLists = lists });
        Assert.Empty(store.Current.Parse("покажи посещения петровой", "ru").Intents.SelectMany(i => i.Slots.Where(s => s.Key == "patient")));
        lists.Persons = [new DynamicListValue("P9", ["Петрова Ольга Ивановна"])];

        await store.RefreshListsAsync();

        Assert.Equal("P9", store.Current.Parse("покажи посещения петровой", "ru").Intents[0].Slots["patient"].Value);
    }

    private sealed class ChangingLists : IDynamicListSource
    {
        public IReadOnlyList<DynamicListValue> Persons { get; set; } = [];

        public IReadOnlyList<DynamicListValue>? Values(string list, string language) => list == "person" ? Persons : null;
    }
}
