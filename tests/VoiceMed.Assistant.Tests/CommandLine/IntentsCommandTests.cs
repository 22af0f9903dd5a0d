using VoiceMed.Assistant.CommandLine;
using VoiceMed.Assistant.Hosting;
using Xunit;

namespace VoiceMed.Assistant.Tests.CommandLine;

public sealed class IntentsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voicemed-intents-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task New_FilesAsWritten_CheckFindsOnlyTheHostAndTheirTestsPass()
    {
        var pack = Path.Combine(_folder, "hospital");

        var made = await CommandLineRun.Of("intents", "new", "blood.type", "--pack", pack);
        var check = await CommandLineRun.Of("intents", "check", "--pack", pack);
        var test = await CommandLineRun.Of("intents", "test", "--pack", pack, "--lang", "ru");

        Assert.Equal(ExitCode.Done, made.ExitCode);
        Assert.Equal(3, made.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(ExitCode.Done, check.ExitCode);
        Assert.Contains("N212", Assert.Single(check.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal("ru: 2 utterances and 0 dialogues, 0 failed", test.Output.Trim());
    }

    [Fact]
    public async Task Check_PackBesideTheClinicalOne_SpeaksOfThatPackOnly()
    {
        var config = Path.Combine(_folder, "voicemed.yaml");
        await File.WriteAllTextAsync(config, "serviceHosts: [\"localhost:9000\"]\n");

        var run = await CommandLineRun.Of("intents", "check", "--strict", "--config", config, "--pack", Path.Combine(InstallFolder.Find(), "samples", "blood-type"));

        Assert.Equal("", run.Output);
        Assert.Equal(ExitCode.Done, run.ExitCode);
    }

    [Fact]
    public async Task Check_BrokenFile_LocatedErrorAndExitCode()
    {
        var pack = Path.Combine(_folder, "broken");
        await CommandLineRun.Of("intents", "new", "blood.type", "--pack", pack);
        var file = Path.Combine(pack, "ru", "blood-type.yaml");
        await File.WriteAllTextAsync(file, "intents:\n  blood.type:\n    sentences: [\"покажи (группу\"]\n");

        var run = await CommandLineRun.Of("intents", "check", "--pack", pack);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.StartsWith($"{file}:3:", run.Output, StringComparison.Ordinal);
        Assert.Contains("N301", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_DialogueWithoutTurns_CountsAndFailsNothing()
    {
        var pack = Path.Combine(_folder, "hospital");
        await CommandLineRun.Of("intents", "new", "blood.type", "--pack", pack);
        await File.AppendAllTextAsync(Path.Combine(pack, "ru", "blood-type.yaml"), "dialogues:\n  - { name: begun, turns: [] }\n");

        var test = await CommandLineRun.Of("intents", "test", "--pack", pack, "--lang", "ru");

        Assert.Equal(ExitCode.Done, test.ExitCode);
        Assert.Equal("ru: 2 utterances and 1 dialogue, 0 failed", test.Output.Trim());
    }

    [Fact]
    public async Task Diff_ChangedPack_NamesWhatChanged()
    {
        var (before, after) = (Path.Combine(_folder, "before"), Path.Combine(_folder, "after"));
        await CommandLineRun.Of("intents", "new", "blood.type", "--pack", before);
        await CommandLineRun.Of("intents", "new", "blood.type", "--pack", after);
        await CommandLineRun.Of("intents", "new", "ward.phone", "--pack", after);

        var run = await CommandLineRun.Of("intents", "diff", before, after);

        Assert.Equal("+ ward.phone", run.Output.Trim());
    }
}
