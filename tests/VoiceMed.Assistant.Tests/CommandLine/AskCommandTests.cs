using System.Text.Json;
using VoiceMed.Assistant.CommandLine;
using VoiceMed.Assistant.Tests.Harness;
using Xunit;

namespace VoiceMed.Assistant.Tests.CommandLine;

public sealed class AskCommandTests(AskCommandTests.House house) : IClassFixture<AskCommandTests.House>
{
    [Theory]
    [InlineData("ru/smirnova/01-visits.wav", "patient-1", "visits.list")]
    [InlineData("ru/kuznetsov/06-allergies.wav", "patient-1", "allergies.list")]
    [InlineData("en/carter/05-pressure.wav", "patient-2", "vitals.latest")]
    public async Task Ask_DoctorsRecording_AnswersFromTheLedger(string clip, string patient, string intent)
    {
        var run = await house.AskAsync(DemoHouse.Clip(clip), "--patient", patient, "--json");

        Assert.True(run.ExitCode == ExitCode.Done, run.Messages + run.Output);
        var turn = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(intent, turn.GetProperty("meant").GetProperty("intent").GetString());
        Assert.Equal("answered", turn.GetProperty("verdict").GetProperty("outcome").GetString());
        Assert.True(turn.GetProperty("asked").GetProperty("count").GetInt32() > 0);
    }

    [Theory]
    [InlineData("ru/visitor/05-visits.wav", "patient-1")]
    [InlineData("en/visitor/05-visits.wav", "patient-2")]
    public async Task Ask_StrangersRecording_ExitsRefused(string clip, string patient)
    {
        var run = await house.AskAsync(DemoHouse.Clip(clip), "--patient", patient, "--json");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Equal("refused", JsonDocument.Parse(run.Output).RootElement.GetProperty("verdict").GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Ask_AnotherDoctorsName_ExitsRefused()
    {
        var run = await house.AskAsync(DemoHouse.Clip("ru/kuznetsov/01-visits.wav"), "--patient", "patient-1", "--as", "carter");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
    }

    [Fact]
    public async Task Ask_TypedAsDoctor_Answers()
    {
        var run = await house.AskAsync("на что аллергия", "--patient", "patient-1", "--as", "smirnova", "--json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
    }

    [Theory]
    [InlineData("на что аллергия", "patient-1", ExitCode.Refused, "--as")]
    [InlineData("missing.wav", "patient-1", ExitCode.Failed, "no such recording")]
    public async Task Ask_Incomplete_SaysWhatToDo(string question, string patient, int exitCode, string expected)
    {
        var run = await house.AskAsync(question, "--patient", patient);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(expected, run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_UnknownPatient_SaysSo()
    {
        var run = await house.AskAsync("на что аллергия", "--patient", "patient-99", "--as", "smirnova");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("patient-99", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_DamagedRecording_SaysWhatIsWrong()
    {
        var file = Path.Combine(house.Folder, "damaged.wav");
        await File.WriteAllTextAsync(file, "RIFF this is no sound");

        var run = await house.AskAsync(file, "--patient", "patient-1");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("damaged.wav", run.Messages, StringComparison.Ordinal);
    }

    public sealed class House : IAsyncLifetime
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("voicemed-ask-").FullName;

        private string Config => Path.Combine(Folder, "voicemed.yaml");

        public async Task InitializeAsync()
        {
            await File.WriteAllTextAsync(Config, $"data: {Path.Combine(Folder, "data")}\n");
            await DemoHouse.PrepareAsync(new(Path.Combine(Folder, "data")), new());
        }

        public Task<CommandLineRun> AskAsync(params string[] arguments) => CommandLineRun.Of(["ask", .. arguments, "--config", Config]);

        public Task DisposeAsync()
        {
            Directory.Delete(Folder, recursive: true);
            return Task.CompletedTask;
        }
    }
}
