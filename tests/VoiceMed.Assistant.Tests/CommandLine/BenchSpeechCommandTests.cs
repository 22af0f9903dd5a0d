using System.Text.Json;
using VoiceMed.Assistant.CommandLine;
using VoiceMed.Assistant.Tests.Harness;
using Xunit;

namespace VoiceMed.Assistant.Tests.CommandLine;

public sealed class BenchSpeechCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("voicemed-bench-").FullName;

    [Fact]
    public async Task Bench_ClipsWithTranscripts_CountsErrorsByCondition()
    {
        File.Copy(DemoHouse.Clip("en/carter/11-yes.wav"), Path.Combine(folder, "a.wav"));
        File.Copy(DemoHouse.Clip("en/carter/03-open.wav"), Path.Combine(folder, "b.wav"));
        await File.WriteAllLinesAsync(
            Path.Combine(folder, "transcripts.tsv"),
            ["file\ttext\tcondition", "a.wav\tyes i confirm\tright", "b.wav\tnobody said these words\twrong"]);

        var run = await CommandLineRun.Of("bench", "speech", folder, "--json");

        Assert.True(run.ExitCode == ExitCode.Done, run.Messages);
        var conditions = JsonDocument.Parse(run.Output).RootElement.GetProperty("conditions");
        Assert.Equal(0, conditions.GetProperty("right").GetProperty("wer").GetDouble());
        Assert.Equal(1, conditions.GetProperty("right").GetProperty("commandAccuracy").GetDouble());
        Assert.Equal(1, conditions.GetProperty("wrong").GetProperty("wer").GetDouble());
        Assert.Equal(0.5, conditions.GetProperty("all").GetProperty("commandAccuracy").GetDouble());
    }

    [Theory]
    [InlineData("name\twords", ":1: the header must name")]
    [InlineData("file\ttext\na.wav", ":2: 1 columns where the header has 2")]
    [InlineData("file\ttext\n", "lists no recordings")]
    public async Task Bench_DamagedTranscripts_NamesThePlace(string content, string expected)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "transcripts.tsv"), content);

        var run = await CommandLineRun.Of("bench", "speech", folder);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains(expected, run.Messages, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
