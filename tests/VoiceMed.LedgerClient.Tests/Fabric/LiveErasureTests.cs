using NodaTime;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Tests.Fabric;

/// <summary>What erasing does to the vaults, on the network whose connection profile <c>VOICEMED_FABRIC</c> names.</summary>
public sealed class LiveErasureTests : IDisposable
{
    private static readonly HospitalId Hospital = new("hospital-1");

    private readonly string folder = Directory.CreateTempSubdirectory("voicemed-live-erasure-").FullName;
    private readonly PatientId patient = new($"patient-{Guid.NewGuid():N}");

    [SkippableFact]
    public async Task Erase_Patient_DestroysTheKeyHere_AndInAnotherVaultWhenItIsNextOpened()
    {
        var (here, elsewhere) = (LiveNetwork.Profile() with { VaultKeys = Path.Combine(folder, "here") }, Path.Combine(folder, "elsewhere"));
        using var ledger = FabricLedger.Open(here);
        await ledger.AdmitHospitalAsync(new Hospital(Hospital, BilingualText.Of("hospital-1", "en"), null, [], ["cardiology"]));
        await AppendAsync(ledger);
        var until = await ledger.Erasure.GetRetainedUntilAsync(patient);
        Skip.If(
            until > SystemClock.Instance.GetCurrentInstant().InUtc().Date,
            $"This channel keeps records until {until:R}; start the lab with VOICEMED_RETENTION_YEARS=0 to try erasure (docs/fabric.md)");
        Directory.CreateDirectory(elsewhere);
        foreach (var key in Directory.GetFiles(here.VaultKeys)) File.Copy(key, Path.Combine(elsewhere, Path.GetFileName(key)));
        Assert.True(HasKey(here.VaultKeys));

        await ledger.Erasure.EraseAsync(patient, Hospital, "retention-over");
        Assert.False(HasKey(here.VaultKeys));

        Assert.True(HasKey(elsewhere));
        using var other = FabricLedger.Open(here with { VaultKeys = elsewhere });
        await other.GetHospitalsAsync();
        Assert.False(HasKey(elsewhere));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private bool HasKey(string keys) => new VaultKeys(keys).Has(patient);

    private async Task AppendAsync(FabricLedger ledger)
    {
        var record = new Patient
        {
            Id = patient.Value,
            Patient = patient,
            Name = new BilingualText("Тестова Анна", "Testova Anna"),
            BirthDate = new LocalDate(1970, 1, 1),
        };
        await ledger.AppendAsync(record, new(Hospital, patient.Value));
        var document = new DocumentInfo
        {
            Id = "doc-" + patient.Value,
            Patient = patient,
            Hospital = Hospital,
            HospitalName = new BilingualText("Больница", "Hospital"),
            Kind = "discharge_summary",
            Title = new BilingualText("Выписка", "Discharge summary"),
            Date = new LocalDate(2026, 3, 1),
            ContentType = "text/plain; charset=utf-8",
        };
        await ledger.AppendDocumentAsync(document, "text"u8.ToArray(), new(Hospital, document.Id));
    }
}
