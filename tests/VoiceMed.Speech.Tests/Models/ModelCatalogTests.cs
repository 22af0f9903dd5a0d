using VoiceMed.Speech.Models;
using VoiceMed.Speech.Tests.Support;
using Xunit;

namespace VoiceMed.Speech.Tests.Models;

public sealed class ModelCatalogTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Load_TheProjectsCatalogue_BundledModelsAreWholeAndServeBothLanguages()
    {
        var catalog = ModelCatalog.Load(new ModelCatalogOptions { BundledFolder = Repository.Models, InstalledFolder = folder.Path });

        Assert.Equal(Repository.Model("ru"), catalog.Resolve("ru"));
        Assert.Equal(Repository.Model("en"), catalog.Resolve("en"));
        foreach (var model in catalog.Installed())
        {
            Assert.True(ModelCheck.IsVerifiable(model));
            Assert.Empty(await ModelCheck.RunAsync(model));
        }

        Assert.All(catalog.Entries, static entry => Assert.True(entry.Bundled || entry.Url is { Scheme: "https" }));
    }

    [Fact]
    public void Resolve_ModelsInAllPlaces_FollowsTheOrderOfPreference()
    {
        var bundled = Model("bundled/vosk-small-ru");
        Assert.Equal(bundled, Catalog().Resolve("ru"));

        var environment = Model("env/vosk-medium-ru");
        Assert.Equal(environment, Catalog().Resolve("ru"));

        var installed = Model("installed/vosk-large-ru");
        Assert.Equal(installed, Catalog().Resolve("ru"));

        var named = Model("mine/vosk-own-ru");
        Assert.Equal(named, Catalog().Resolve("ru", named));
        Assert.Equal(bundled, Catalog().Resolve("ru", "vosk-small-ru"));
    }

    [Fact]
    public void Resolve_EnvironmentNamesOneModelItself_FindsIt()
    {
        var model = Model("single/vosk-x-en");
        var catalog = ModelCatalog.Load(new ModelCatalogOptions
        {
            BundledFolder = folder.File("none"),
            InstalledFolder = folder.File("none"),
            Folders = [model, folder.File("missing")],
        });

        Assert.Equal(model, catalog.Resolve("en"));
    }

    [Fact]
    public void Resolve_ModelThatTakesNoPhrases_ComesAfterOneThatDoes()
    {
        Model("installed/vosk-a-ru", runtimeGraph: false);
        var phrases = Model("installed/vosk-b-ru");

        Assert.Equal(phrases, Catalog().Resolve("ru"));
    }

    [Fact]
    public void Resolve_NoModelOfTheLanguage_SaysHowToGetOne()
    {
        Model("installed/vosk-x-en");

        var error = Assert.Throws<ModelException>(() => Catalog().Resolve("ru"));

        Assert.Contains("voicemed models install ru", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_SpeakerModel_IsToldByItsFile()
    {
        var path = Path.GetDirectoryName(folder.Write("installed/vosk-model-spk-0.4/final.ext.raw", [1]))!;

        Assert.Equal(path, Catalog().Find(ModelKind.Speaker, language: null).Directory);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"version\":1}")]
    [InlineData("{\"models\":[{\"id\":\"x\"}]}")]
    public void Load_DamagedCatalogue_NamesTheFile(string content)
    {
        var path = folder.Write("bundled/models.json", System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Contains(path, Assert.Throws<ModelException>(Catalog).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromEnvironment_VariablesSet_AreTaken()
    {
        var options = ModelCatalogOptions.FromEnvironment(
            static name => name switch { "VOICEMED_HOME" => "/home", "VOICEMED_DATA" => "/data", "VOICEMED_MODELS" => $"/a{Path.PathSeparator}/b", _ => null },
            folder.Path,
            folder.Path);

        Assert.Equal((Path.Combine("/home", "models"), Path.Combine("/data", "models")), (options.BundledFolder, options.InstalledFolder));
        Assert.Equal(["/a", "/b"], options.Folders);
    }

    public void Dispose() => folder.Dispose();

    private ModelCatalog Catalog() => ModelCatalog.Load(new ModelCatalogOptions
    {
        BundledFolder = folder.File("bundled"),
        InstalledFolder = folder.File("installed"),
        Folders = [folder.File("env")],
    });

    private string Model(string name, bool runtimeGraph = true)
    {
        folder.Write(Path.Combine(name, "am", "final.mdl"), [1]);
        folder.Write(Path.Combine(name, "graph", runtimeGraph ? "HCLr.fst" : "HCLG.fst"), [1]);
        return folder.File(name);
    }
}
