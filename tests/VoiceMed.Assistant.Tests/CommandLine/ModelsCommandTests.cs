using System.Text.Json;
using VoiceMed.Assistant.CommandLine;
using Xunit;

namespace VoiceMed.Assistant.Tests.CommandLine;

public sealed class ModelsCommandTests
{
    [Fact]
    public async Task List_Json_NamesTheBundledModelsAndThoseOneCanInstall()
    {
        var run = await CommandLineRun.Of("models", "list", "--json");

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement).ToArray();
        var bundled = lines.Single(static line => line.GetProperty("id").GetString() == "vosk-voicemed-small-ru-0.1");
        Assert.Equal("bundled", bundled.GetProperty("source").GetString());
        Assert.Contains(lines, static line => line.GetProperty("id").GetString() == "vosk-model-spk-0.4" && line.GetProperty("kind").GetString() == "speaker");
    }

    [Fact]
    public async Task Check_BundledModels_AreVerified()
    {
        var run = await CommandLineRun.Of("models", "check");

        Assert.True(run.ExitCode == ExitCode.Done, run.Output + run.Messages);
        Assert.Contains("vosk-voicemed-small-en-0.1: ok, every file verified", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_UnknownModel_PointsToTheList()
    {
        var run = await CommandLineRun.Of("models", "install", "klingon");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("voicemed models list", run.Messages, StringComparison.Ordinal);
    }
}
