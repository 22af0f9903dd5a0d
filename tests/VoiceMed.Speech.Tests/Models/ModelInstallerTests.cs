using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using VoiceMed.Speech.Models;
using VoiceMed.Speech.Recognition;
using VoiceMed.Speech.Tests.Support;
using Xunit;

namespace VoiceMed.Speech.Tests.Models;

public sealed class ModelInstallerTests : IDisposable
{
    private const string Id = "vosk-model-small-ru-0.22";

    private static readonly byte[] Archive = ModelZip.Real(Id);

    private readonly TemporaryFolder folder = new();
    private readonly HttpClient http = new();

    private string Installed => Path.Combine(folder.Path, "installed", Id);

    private string Part => Installed + ".zip.part";

    [Fact]
    public async Task InstallAsync_WholeArchive_GivesAModelThatRecognises()
    {
        await using var server = new ScriptedServer(Archive);
        var stages = new List<DownloadStage>();

        var directory = await Installer(server.Url, Hash(Archive)).InstallAsync(Entry(server.Url, Hash(Archive)), new Progress(stages.Add));

        Assert.Equal(Installed, directory);
        using var model = SpeechModel.Load(directory);
        using var recognizer = new PhraseRecognizer(model);
        var clip = DemoClip.Named("ru/smirnova/03-open.wav");
        Assert.Equal(clip.Text, recognizer.Recognize(clip.Samples).Text);
        Assert.Equal([DownloadStage.Downloading, DownloadStage.Verifying, DownloadStage.Unpacking], stages.Distinct());
        Assert.False(File.Exists(Part));
    }

    [Fact]
    public async Task InstallAsync_ConnectionCut_ResumesWhereItStopped()
    {
        await using var server = new ScriptedServer(Archive) { CutAfter = 100_000 };
        var installer = Installer(server.Url, Hash(Archive));

        var error = await Assert.ThrowsAsync<ModelException>(() => installer.InstallAsync(Entry(server.Url, Hash(Archive))));
        server.CutAfter = null;
        await installer.InstallAsync(Entry(server.Url, Hash(Archive)));

        Assert.Contains("the connection was cut", error.Message, StringComparison.Ordinal);
        Assert.Equal([0, 100_000], server.Starts);
        Assert.True(Directory.Exists(Installed));
    }

    [Fact]
    public async Task InstallAsync_ServerWithoutRanges_StartsAnew()
    {
        await using var server = new ScriptedServer(Archive) { SupportsRanges = false };
        folder.Write(Path.GetRelativePath(folder.Path, Part), new byte[50_000]);

        await Installer(server.Url, Hash(Archive)).InstallAsync(Entry(server.Url, Hash(Archive)));

        Assert.True(Directory.Exists(Installed));
    }

    [Fact]
    public async Task InstallAsync_EverythingHadArrivedBefore_OnlyUnpacks()
    {
        await using var server = new ScriptedServer(Archive);
        folder.Write(Path.GetRelativePath(folder.Path, Part), Archive);

        await Installer(server.Url, null).InstallAsync(Entry(server.Url, null));

        Assert.True(Directory.Exists(Installed));
    }

    [Fact]
    public async Task InstallAsync_WrongHash_IsDeletedAndRefused()
    {
        await using var server = new ScriptedServer(Archive);

        var error = await Assert.ThrowsAsync<ModelException>(
            () => Installer(server.Url, new string('0', 64)).InstallAsync(Entry(server.Url, new string('0', 64))));

        Assert.Contains("is not the file the catalogue names", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Part));
        Assert.False(Directory.Exists(Installed));
    }

    public static TheoryData<string> HostileArchives() => ["../../escape.txt", "/absolute.txt", $"{Id}/../../escape.txt", $"{Id}\\..\\escape.txt"];

    [Theory]
    [MemberData(nameof(HostileArchives))]
    public async Task InstallAsync_EntryOutsideTheFolder_WritesNothingThere(string name)
    {
        var archive = ModelZip.Create(($"{Id}/am/final.mdl", [1]), (name, [1]));

        var error = await RefusedAsync(archive);

        Assert.Contains("not to be trusted", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("escape.txt")));
        Assert.False(File.Exists("/absolute.txt"));
    }

    [Fact]
    public async Task InstallAsync_SymbolicLink_IsRefused()
    {
        var archive = ModelZip.Create(static entry => entry.ExternalAttributes = unchecked((int)0xA1FF0000), ($"{Id}/am/final.mdl", "/etc/passwd"u8.ToArray()));

        Assert.Contains("is a link", (await RefusedAsync(archive)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InstallAsync_Bomb_IsRefusedBeforeUnpacking()
    {
        var archive = ModelZip.Create(($"{Id}/am/final.mdl", new byte[50_000_000]));

        Assert.Contains("far larger than any model", (await RefusedAsync(archive)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("this is an error page, not an archive")]
    [InlineData("")]
    public async Task InstallAsync_NoArchive_IsRefusedAndNotKept(string content)
    {
        Assert.Contains("archive", (await RefusedAsync(System.Text.Encoding.ASCII.GetBytes(content))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Part));
    }

    [Fact]
    public async Task InstallAsync_ArchiveOfSomethingElse_IsRefused() =>
        Assert.Contains("does not hold a usable model", (await RefusedAsync(ModelZip.Create(($"{Id}/letter.txt", [1, 2])))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task InstallAsync_ServerSaysNo_SaysSoAndThatBundledModelsServe()
    {
        await using var server = new ScriptedServer(Archive) { Status = 404 };

        var error = await Assert.ThrowsAsync<ModelException>(() => Installer(server.Url, null).InstallAsync(Entry(server.Url, null)));

        Assert.Contains("the server answered 404", error.Message, StringComparison.Ordinal);
        Assert.Contains("the bundled models serve", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InstallAsync_NobodyListens_IsOneClearSentence()
    {
        var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        var url = new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndpoint).Port}/model.zip");
        socket.Stop();

        var error = await Assert.ThrowsAsync<ModelException>(() => Installer(url, null).InstallAsync(Entry(url, null)));

        Assert.Contains("cannot be downloaded", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task InstallAsync_KilledWhileUnpacking_IsNotTakenForAModel()
    {
        await using var server = new ScriptedServer(Archive);
        folder.Write(Path.Combine("installed", Id + ".unpacking", "am", "final.mdl"), [1]);
        Assert.Empty(Catalog(server.Url, null).Installed());

        await Installer(server.Url, null).InstallAsync(Entry(server.Url, null));

        Assert.Equal([Id], Catalog(server.Url, null).Installed().Select(static model => model.Id));
        Assert.Single(Directory.GetDirectories(Path.Combine(folder.Path, "installed")));
    }

    [Fact]
    public async Task InstallAsync_AlreadyThere_AsksNobody()
    {
        await using var server = new ScriptedServer(Archive);
        var installer = Installer(server.Url, null);
        await installer.InstallAsync(Entry(server.Url, null));

        await installer.InstallAsync(Entry(server.Url, null));

        Assert.Single(server.Starts);
    }

    [Fact]
    public async Task RunAsync_OneBitFlippedAfterInstallation_IsFound()
    {
        await using var server = new ScriptedServer(Archive);
        var catalog = Catalog(server.Url, null);
        await new ModelInstaller(catalog, http).InstallAsync(Entry(server.Url, null));
        Assert.Empty(await ModelCheck.RunAsync(catalog.Installed()[0]));
        var file = Path.Combine(Installed, "graph", "Gr.fst");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        Assert.Equal(["graph/Gr.fst was changed or damaged"], await ModelCheck.RunAsync(catalog.Installed()[0]));
    }

    [Theory]
    [InlineData("ru", Id)]
    [InlineData(Id, Id)]
    public void Choose_LanguageOrName_GivesTheModel(string name, string expected) =>
        Assert.Equal(expected, Installer(new Uri("http://127.0.0.1/"), null).Choose(name).Id);

    [Fact]
    public void Choose_UnknownName_PointsToTheList() =>
        Assert.Contains("voicemed models list", Assert.Throws<ModelException>(() => Installer(new Uri("http://127.0.0.1/"), null).Choose("fr")).Message, StringComparison.Ordinal);

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    private async Task<ModelException> RefusedAsync(byte[] archive)
    {
        await using var server = new ScriptedServer(archive);
        var error = await Assert.ThrowsAsync<ModelException>(() => Installer(server.Url, null).InstallAsync(Entry(server.Url, null)));
        Assert.False(Directory.Exists(Installed));
        return error;
    }

    private ModelInstaller Installer(Uri url, string? sha256) => new(Catalog(url, sha256), http);

    private ModelCatalog Catalog(Uri url, string? sha256)
    {
        var entry = new { id = Id, kind = "recognition", language = "ru", summary = "a model", url, bytes = 1, sha256, licence = "Apache-2.0" };
        folder.Write("bundled/models.json", JsonSerializer.SerializeToUtf8Bytes(new { version = 1, models = new[] { entry } }));
        return ModelCatalog.Load(new ModelCatalogOptions { BundledFolder = folder.File("bundled"), InstalledFolder = folder.File("installed") });
    }

    private ModelEntry Entry(Uri url, string? sha256) => Catalog(url, sha256).Entries[0];

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private sealed class Progress(Action<DownloadStage> reached) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => reached(value.Stage);
    }
}
