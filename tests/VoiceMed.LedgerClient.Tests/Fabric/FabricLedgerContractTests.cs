using VoiceMed.Contract;
using VoiceMed.LedgerClient.Erasure;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Fabric.Profile;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Tests.Fabric;

/// <summary>The suite every engine passes, on the live network whose connection profile <c>VOICEMED_FABRIC</c> names.</summary>
public sealed class FabricLedgerContractTests : ClinicalLedgerContract
{
    private FabricLedger? fabric;

    protected override IErasureDesk Erasure => fabric!.Erasure;

    protected override async Task<IClinicalLedger> OpenAsync()
    {
        var ledger = fabric = LiveNetwork.Open();
        foreach (var hospital in new[] { "hospital-1", "hospital-2" })
            await ledger.AdmitHospitalAsync(new Hospital(new HospitalId(hospital), BilingualText.Of(hospital, "en"), null, [], ["cardiology"]));
        foreach (var (doctor, role, hospital) in new[]
        {
            ("house", "doctor", "hospital-1"), ("visiting", "doctor", "hospital-2"), ("admin", "admin", "hospital-1"),
        })
        {
            await ledger.SetAccountAsync(new FabricAccount(new DoctorId(doctor), BilingualText.Of(doctor, "en"), role, new HospitalId(hospital)));
        }
        return ledger;
    }

    protected override async Task RecordResourceAsync(string resourceEvent, string idempotencyKey) =>
        await fabric!.Resources.RecordAsync(resourceEvent, new HospitalId("hospital-1"), idempotencyKey);

    protected override Task CloseAsync(IClinicalLedger ledger)
    {
        (ledger as FabricLedger)?.Dispose();
        return Task.CompletedTask;
    }
}
