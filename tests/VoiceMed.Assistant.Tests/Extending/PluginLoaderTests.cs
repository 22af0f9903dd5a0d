using Microsoft.Extensions.DependencyInjection;
using VoiceMed.Assistant.Dialogue.Handlers;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Assistant.Plugins;
using Xunit;

namespace VoiceMed.Assistant.Tests.Extending;

public sealed class PluginLoaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voicemed-plugins-").FullName;
    private readonly List<string> _troubles = [];

    public PluginLoaderTests()
    {
        var built = Directory.GetFiles(Path.Combine(InstallFolder.Find(), "tests", "FaultyPlugin", "bin"), "FaultyPlugin.dll", SearchOption.AllDirectories)
            .MaxBy(File.GetLastWriteTimeUtc)!;
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(built)!))
        {
            Directory.CreateDirectory(Path.Combine(_folder, "FaultyPlugin"));
            File.Copy(file, Path.Combine(_folder, "FaultyPlugin", Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_ConstructorThrows_ToldAndTheOthersServe()
    {
        var handlers = Load();

        Assert.Equal("FaultyPlugin/FaultyPlugin.dll: UnbuildableHandler cannot be used as a plug-in: There is no tariff table.", Assert.Single(_troubles));
        Assert.DoesNotContain("UnbuildableHandler", handlers.Keys);
        Assert.Contains("TimedOutHandler", handlers.Keys);
    }

    [Fact]
    public void Load_ClassWithoutANamespace_IsNoSecondOne()
    {
        Assert.Contains("NamelessHandler", Load().Keys);

        Assert.DoesNotContain(_troubles, trouble => trouble.Contains("NamelessHandler", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_SameClassTwice_ToldAndTheFirstServes()
    {
        Directory.Move(Path.Combine(_folder, "FaultyPlugin"), Path.Combine(_folder, "A"));
        File.Copy(Path.Combine(_folder, "A", "FaultyPlugin.dll"), Path.Combine(_folder, "A", "A.dll"));
        File.Copy(Path.Combine(_folder, "A", "FaultyPlugin.dll"), Path.Combine(_folder, "FaultyPlugin.dll"));

        Load();

        Assert.Contains("FaultyPlugin.dll: another plug-in brings a handler TimedOutHandler already; name one of them differently.", _troubles);
    }

    [Fact]
    public void Load_NoAssembly_ToldAndTheOthersServe()
    {
        File.WriteAllText(Path.Combine(_folder, "broken.dll"), "no assembly");

        Assert.Contains("TimedOutHandler", Load().Keys);

        Assert.Contains(_troubles, trouble => trouble.StartsWith("broken.dll: cannot be used as a plug-in: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_LibrariesBesideThePlugin_OnlyThoseTheProgramHasNot()
    {
        Assert.Equal("Default, plugin FaultyPlugin", Load()["LibraryHandler"].ToString());
    }

    private IReadOnlyDictionary<string, IIntentHandler> Load() => PluginLoader.Load(
        _folder, new ServiceCollection().BuildServiceProvider(),
        trouble => _troubles.Add(trouble.Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)));
}
