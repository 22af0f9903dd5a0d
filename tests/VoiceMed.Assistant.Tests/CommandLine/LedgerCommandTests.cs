using System.Text.Json;
using System.Text.Json.Nodes;
using VoiceMed.Assistant.CommandLine;
using VoiceMed.Assistant.Tests.Rest;
using Xunit;

namespace VoiceMed.Assistant.Tests.CommandLine;

/// <summary>What the embedded ledger's own commands do, on a demo city of its own each.</summary>
public sealed class LedgerCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voicemed-ledger-").FullName;

    // Its own configuration, so that VOICEMED_FABRIC never sends these commands to a live channel.
    private string Config => Path.Combine(_folder, "voicemed.yaml");

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Config, "ledger: embedded\n");
        await RunAsync("seed");
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Account_ItsWholeLife_StandsInItsHistory()
    {
        await RunAsync("account", "create", "petrov", "--name", "Петров", "--role", "doctor", "--hospital", "hospital-1");
        await RunAsync("account", "status", "petrov", "suspended");
        await RunAsync("account", "status", "petrov", "active");
        await RunAsync("account", "role", "petrov", "cardiologist");
        await RunAsync("key", "add", "petrov", "rest", "--new", Path.Combine(_folder, "petrov.pem"));
        await RunAsync("key", "revoke", "petrov", "rest");
        await RunAsync("account", "status", "petrov", "revoked");

        var again = await TryAsync("account", "status", "petrov", "active");
        var shown = await RunAsync("account", "show", "petrov", "--json");
        var history = await RunAsync("history", "petrov");

        Assert.Equal(ExitCode.Refused, again.ExitCode);
        Assert.Contains("""
            "role":"cardiologist","hospital":"hospital-1","status":"revoked","keys":[]
            """.Trim(), shown, StringComparison.Ordinal);
        Assert.Equal(7, history.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Council_TwoOfThree_AdmitAHospitalAndRevokeItsKey()
    {
        var proposed = JsonDocument.Parse(await RunAsync(
            "council", "admit", "hospital-8", "--name", "Восьмая", "--department", "surgery", "--as", "council/member-1", "--json")).RootElement;
        Assert.False(proposed.GetProperty("accepted").GetBoolean());
        var approved = await RunAsync("council", "approve", proposed.GetProperty("proposal").GetString()!, "--as", "council/member-2");
        Assert.Contains("accepted", approved, StringComparison.Ordinal);
        Assert.Contains("hospital-8/manager-1", await RunAsync("council", "show"), StringComparison.Ordinal);

        await RunAsync("council", "revoke-key", "hospital-8/manager-1", "--as", "council/member-1");
        await RunAsync("council", "revoke-key", "hospital-8/manager-1", "--as", "council/member-3");
        var refused = await TryAsync("account", "create", "lisina", "--role", "doctor", "--hospital", "hospital-8");
        Assert.Contains("revoked", refused.Messages, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, (await TryAsync("council", "approve", "proposal-1", "--as", "hospital-1/manager-1")).ExitCode);
    }

    [Fact]
    public async Task Contract_ProposedApprovedAndInvoked_AnswersAndIsShown()
    {
        const string type = "VoiceMed.Contracts.ShiftHandover";
        var proposed = JsonDocument.Parse(await RunAsync("contract", "propose", RestServer.SampleContract, type, "--as", "council/member-1", "--json")).RootElement;
        Assert.Empty(await RunAsync("contract", "list"));
        await RunAsync("council", "approve", proposed.GetProperty("proposal").GetString()!, "--as", "council/member-2");
        Assert.StartsWith("shift-handover 1.0", await RunAsync("contract", "list"), StringComparison.Ordinal);

        string[] take = ["contract", "invoke", "shift-handover", "take", "{\"ward\":\"therapy\"}", "--hospital", "hospital-1"];
        var taken = await RunAsync([.. take, "--as", "smirnova", "--key", "shift-1"]);
        var refused = await TryAsync([.. take, "--as", "kuznetsov", "--key", "shift-2"]);
        var who = await RunAsync("contract", "evaluate", "shift-handover", "who", "{\"ward\":\"therapy\"}", "--as", "kuznetsov");

        Assert.Contains("smirnova", taken, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Refused, "smirnova is on shift in therapy and has to hand it over (shift-handover 1.0)."), (refused.ExitCode, refused.Messages.Trim()));
        Assert.Equal(taken, who);
        Assert.Contains("#1 take {\"ward\":\"therapy\"} by smirnova", await RunAsync("contract", "show", "shift-handover"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Council_ConfigurationNamesFabric_SaysWhichCommandIsForTheEmbeddedLedger()
    {
        await File.WriteAllTextAsync(Config, "ledger: fabric\n");

        var refused = await TryAsync("council", "show");

        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.StartsWith("'voicemed ledger council show' is for the embedded ledger", refused.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erase_BeforeTheRetentionIsOver_SaysUntilWhenAndExitsRefused()
    {
        var kept = await RunAsync("erase", "patient-1", "--when");
        var refused = await TryAsync("erase", "patient-1", "--hospital", "hospital-1");

        Assert.StartsWith("patient-1 is kept until 20", kept, StringComparison.Ordinal);
        Assert.Equal(kept.Trim()[^10..], (string?)JsonNode.Parse(await RunAsync("erase", "patient-1", "--when", "--json"))!["retainedUntil"]);
        Assert.Equal(ExitCode.Refused, refused.ExitCode);
        Assert.Contains("The law keeps this record", refused.Messages, StringComparison.Ordinal);
        Assert.Contains("(law.retention)", refused.Messages, StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var run = await TryAsync(arguments);
        Assert.True(run.ExitCode == ExitCode.Done, $"{string.Join(' ', arguments)}: {run.Messages}");
        return run.Output;
    }

    private Task<CommandLineRun> TryAsync(params string[] arguments) => CommandLineRun.Of(["ledger", .. arguments, "--data", _folder, "--config", Config]);
}
