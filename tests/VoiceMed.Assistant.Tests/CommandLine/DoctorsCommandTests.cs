using VoiceMed.Assistant.CommandLine;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Assistant.Tests.Harness;
using VoiceMed.Ledger;
using VoiceMed.Ledger.Accounts;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Identifiers;
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

    [Fact]
    public async Task Enrol_NewDoctor_MayAskTheLedgerAtOnceAndNoMoreOnceRemoved()
    {
        await CommandLineRun.Of("ledger", "seed", "--data", _folder);

        var enrolled = await EnrolAsync("newcomer", "--hospital", "hospital-2", "--json");
        var asked = await AskAsync("newcomer");
        var removed = await CommandLineRun.Of("doctors", "remove", "newcomer", "--data", _folder);

        Assert.Contains("\"account\":\"made\"", enrolled.Output, StringComparison.Ordinal);
        Assert.True(asked.ExitCode == ExitCode.Done, asked.Messages + asked.Output);
        Assert.Contains("suspended", removed.Output, StringComparison.Ordinal);
        Assert.Equal(("hospital-2", AccountStatus.Suspended), await AccountAsync("newcomer"));

        var again = await EnrolAsync("newcomer", "--json");
        Assert.Contains("\"account\":\"reactivated\"", again.Output, StringComparison.Ordinal);
        Assert.Equal(("hospital-2", AccountStatus.Active), await AccountAsync("newcomer"));
    }

    [Fact]
    public async Task Remove_Revoke_TheIdentifierIsNeverEnrolledAgain()
    {
        await CommandLineRun.Of("ledger", "seed", "--data", _folder);
        await EnrolAsync("newcomer");

        var removed = await CommandLineRun.Of("doctors", "remove", "newcomer", "--revoke", "--data", _folder);
        var again = await EnrolAsync("newcomer");
        var listed = await CommandLineRun.Of("doctors", "list", "--data", _folder);

        Assert.Equal((ExitCode.Done, ExitCode.Refused), (removed.ExitCode, again.ExitCode));
        Assert.Contains("revoked for ever", again.Messages, StringComparison.Ordinal);
        Assert.Empty(listed.Output);
    }

    [Fact]
    public async Task Suspend_ThenResume_TheVoiceOpensNothingMeanwhileAndTheRecordStays()
    {
        var clip = DemoHouse.Clip("en/carter/01-visits.wav");
        await CommandLineRun.Of("ledger", "seed", "--data", _folder);
        await EnrolAsync("newcomer");
        Assert.Equal(ExitCode.Done, (await CommandLineRun.Of("verify", "newcomer", clip, "--data", _folder)).ExitCode);

        var suspended = await CommandLineRun.Of("doctors", "suspend", "newcomer", "--data", _folder);
        var shown = await CommandLineRun.Of("doctors", "show", "newcomer", "--data", _folder);
        var verified = await CommandLineRun.Of("verify", "newcomer", clip, "--data", _folder);
        var account = await AccountAsync("newcomer");
        var resumed = await CommandLineRun.Of("doctors", "resume", "newcomer", "--data", _folder);

        Assert.Contains("opens nothing; the account is suspended", suspended.Output, StringComparison.Ordinal);
        Assert.Contains(", suspended ", shown.Output, StringComparison.Ordinal);
        Assert.NotEqual(ExitCode.Done, verified.ExitCode);
        Assert.Contains("suspended", verified.Messages, StringComparison.Ordinal);
        Assert.Equal(AccountStatus.Suspended, account.Status);
        Assert.Contains("in use again; account in the ledger active again", resumed.Output, StringComparison.Ordinal);
        Assert.Equal(AccountStatus.Active, (await AccountAsync("newcomer")).Status);
        Assert.Equal(ExitCode.Done, (await CommandLineRun.Of("verify", "newcomer", clip, "--data", _folder)).ExitCode);
        var journal = await File.ReadAllTextAsync(Path.Combine(_folder, "voiceprints", "journal.jsonl"));
        Assert.Matches("\"enrolled\"[^$]*\"suspended\"[^$]*\"resumed\"", journal);
    }

    [Fact]
    public async Task Remove_DoctorWithAPin_KeepsTheAccount()
    {
        await CommandLineRun.Of("ledger", "seed", "--data", _folder);
        File.Copy(Path.Combine(InstallFolder.Find(), "demo", "doctors.yaml"), Path.Combine(_folder, "doctors.yaml"));
        await EnrolAsync("carter");

        await CommandLineRun.Of("doctors", "remove", "carter", "--data", _folder);

        Assert.Equal(AccountStatus.Active, (await AccountAsync("carter")).Status);
    }

    [Fact]
    public async Task Enrol_WhileTheLedgerIsHeld_TheServerMakesTheAccountWhenItStarts()
    {
        await CommandLineRun.Of("ledger", "seed", "--data", _folder);
        await using (await EmbeddedLedger.OpenAsync(LedgerOptions.Under(_folder)))
        {
            Assert.Contains("when it starts", (await EnrolAsync("newcomer")).Output, StringComparison.Ordinal);
        }

        Assert.Equal(ExitCode.Done, (await AskAsync("newcomer")).ExitCode);
        Assert.Equal(AccountStatus.Active, (await AccountAsync("newcomer")).Status);
    }

    private Task<CommandLineRun> EnrolAsync(string doctor, params string[] options) => CommandLineRun.Of(
        ["enrol", doctor, .. Enumerable.Range(1, 8).Select(i => DemoHouse.Clip($"en/carter/enrol-{i}.wav")), "--data", _folder, .. options]);

    private async Task<CommandLineRun> AskAsync(string doctor)
    {
        var config = Path.Combine(_folder, "voicemed.yaml");
        await File.WriteAllTextAsync(config, $"data: {_folder}\n");
        return await CommandLineRun.Of("ask", "find patient Petrov", "--patient", "patient-1", "--as", doctor, "--config", config, "--json");
    }

    private async Task<(string Hospital, AccountStatus Status)> AccountAsync(string doctor)
    {
        await using var ledger = await EmbeddedLedger.OpenAsync(LedgerOptions.Under(_folder));
        var account = ledger.Accounts.Find(new DoctorId(doctor))!;
        return (account.Hospital.Value, account.Status);
    }
}
