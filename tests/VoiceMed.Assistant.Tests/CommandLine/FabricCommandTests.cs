using System.Text.Json.Nodes;
using NodaTime;
using VoiceMed.Assistant.CommandLine;
using VoiceMed.Assistant.Tests.Rest;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Assistant.Tests.CommandLine;

/// <summary>The ledger's commands over the live Fabric network that <c>VOICEMED_FABRIC</c> names.</summary>
public sealed class FabricCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voicemed-fabric-").FullName;
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private readonly string? _profile = Environment.GetEnvironmentVariable("VOICEMED_FABRIC");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public async Task HospitalAndAccount_Admitted_ActAndAreRemembered()
    {
        await RunAsync("ledger", "hospital", "admit", "h-" + _run, "--name", "Больница", "--department", "cardiology");
        await RunAsync("ledger", "account", "create", "a-" + _run, "--role", "doctor", "--hospital", "h-" + _run);
        await RunAsync("ledger", "key", "add", "a-" + _run, "rest", "--new", Path.Combine(_folder, "key.pem"));
        await RunAsync("ledger", "account", "status", "a-" + _run, "suspended");
        var shown = JsonNode.Parse(await RunAsync("ledger", "account", "show", "a-" + _run, "--json"))!;
        Assert.Equal(("suspended", "rest"), ((string?)shown["status"], (string?)shown["keys"]![0]));
        var history = await RunAsync("ledger", "history", "a-" + _run, "--json");
        Assert.Equal(3, history.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [SkippableFact]
    public async Task Seed_Twice_AddsNothingTheSecondTime()
    {
        await RunAsync("ledger", "seed");
        var again = JsonNode.Parse(await RunAsync("ledger", "seed", "--json"))!;
        Assert.Equal((0, 0, 0), ((int?)again["hospitals"], (int?)again["accounts"], (int?)again["records"]));
        Assert.NotEmpty(await RunAsync("audit", "list", "--count", "1"));
    }

    [SkippableFact]
    public async Task Verify_TheChannelAndItsExport_AreGood_AndAChangedBlockIsFound()
    {
        Assert.True((bool?)JsonNode.Parse(await RunAsync("ledger", "verify", "--json"))!["good"]);
        var export = Path.Combine(_folder, "export");
        await RunAsync("ledger", "export", export);
        Assert.True((bool?)JsonNode.Parse(await RunAsync("ledger", "verify", "--export", export, "--json"))!["good"]);
        var block = Directory.GetFiles(export, "*.block").Order(StringComparer.Ordinal).ElementAt(3);
        var bytes = await File.ReadAllBytesAsync(block);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(block, bytes);
        var (status, output) = await TryAsync("ledger", "verify", "--export", export);
        Assert.Equal(ExitCode.Failed, status);
        Assert.Contains("block 3", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Erase_Patient_IsRefusedByLawThenDoneOnce()
    {
        var (hospital, kept, free) = ("h-" + _run, "kept-" + _run, "free-" + _run);
        await RunAsync("ledger", "hospital", "admit", hospital, "--name", "Больница", "--department", "cardiology");
        using (var ledger = FabricLedger.Open(_profile!))
        {
            foreach (var patient in new[] { kept, free })
            {
                await ledger.AppendAsync(
                    new Patient
                    {
                        Id = patient,
                        Patient = new PatientId(patient),
                        Name = new BilingualText(patient, patient),
                        BirthDate = new LocalDate(1960, 2, 3),
                    },
                    new WriteContext(new HospitalId(hospital), patient));
            }

            await ledger.AppendAsync(
                new Diagnosis
                {
                    Id = "d-" + _run,
                    Patient = new PatientId(kept),
                    Code = "I10",
                    Name = new BilingualText("Гипертензия", "Hypertension"),
                    Date = new LocalDate(2090, 1, 2),
                    Hospital = new HospitalId(hospital),
                },
                new WriteContext(new HospitalId(hospital), "d-" + _run));
        }

        Assert.Matches($"^{kept} is kept until 2[01][0-9]{{2}}-01-02", await RunAsync("ledger", "erase", kept, "--when"));
        var (status, refused) = await TryAsync("ledger", "erase", kept, "--hospital", hospital);
        Assert.Equal(ExitCode.Refused, status);
        Assert.Contains("The law keeps this record until", refused, StringComparison.Ordinal);
        Assert.Contains("(law.retention)", refused, StringComparison.Ordinal);
        LiveErasure.SkipUnlessOver((string)JsonNode.Parse(await RunAsync("ledger", "erase", free, "--when", "--json"))!["retainedUntil"]!);
        Assert.StartsWith($"{free} is erased", await RunAsync("ledger", "erase", free, "--hospital", hospital), StringComparison.Ordinal);
        Assert.StartsWith($"{free} was erased before", await RunAsync("ledger", "erase", free, "--hospital", hospital), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task CommandOfTheEmbeddedLedger_SaysWhatToDo()
    {
        var (status, output) = await TryAsync("ledger", "council", "show");
        Assert.Equal(ExitCode.Usage, status);
        Assert.Contains("docs/fabric.md", output, StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var (status, output) = await TryAsync(arguments);
        Assert.True(status == ExitCode.Done, $"voicemed {string.Join(' ', arguments)}: {output}");
        return output;
    }

    private async Task<(int Status, string Output)> TryAsync(params string[] arguments)
    {
        Skip.If(string.IsNullOrEmpty(_profile), "VOICEMED_FABRIC names no connection profile: no live Fabric network to test against (docs/fabric.md)");
        var run = await CommandLineRun.Of(arguments);
        return (run.ExitCode, run.ExitCode == ExitCode.Done ? run.Output : run.Output + run.Messages);
    }
}
