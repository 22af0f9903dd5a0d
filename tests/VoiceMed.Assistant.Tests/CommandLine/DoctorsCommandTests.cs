using VoiceMed.Assistant.Tests.Harness;
using Xunit;

namespace VoiceMed.Assistant.Tests.CommandLine;

/// <summary>The voiceprint commands work on the house that the configuration names, as the server does.</summary>
public sealed class DoctorsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voicemed-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Enrol_ConfigNamesDataFolder_VoiceprintLiesThere()
    {
        var house = Path.Combine(_folder, "house");
        var config = Path.Combine(_folder, "voicemed.yaml");
        await File.WriteAllTextAsync(config, $"data: {house}\n");
        var phrases = Enumerable.Range(1, 8).Select(i => DemoHouse.Clip($"en/carter/enrol-{i}.wav"));

        var enrolled = await CommandLineRun.Of(["enrol", "carter", .. phrases, "--config", config]);
        var listed = await CommandLineRun.Of("doctors", "list", "--data", house, "--json");

        Assert.Equal(0, enrolled.ExitCode);
        Assert.Contains("\"doctor\":\"carter\"", listed.Output, StringComparison.Ordinal);
    }
}
