using VoiceMed.Ledger.Seed;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Hosting;

/// <summary>The demo city on a Fabric network for trying things.</summary>
internal static class FabricSeed
{
    /// <summary>Seeds the channel; twice on one day adds nothing.</summary>
    public static async ValueTask<SeedReport> SeedAsync(FabricLedger fabric, TimeProvider time, CancellationToken cancellation)
    {
        var known = (await fabric.GetHospitalsAsync(cancellation).ConfigureAwait(false)).Select(static hospital => hospital.Id).ToHashSet();
        return await DemoCity.SeedAsync(
            fabric,
            async (hospital, ending) => !known.Contains(hospital.Id) && await AdmitAsync(fabric, hospital, ending).ConfigureAwait(false),
            (account, ending) => OpenAsync(fabric, account, ending),
            time,
            cancellation).ConfigureAwait(false);
    }

    private static async ValueTask<bool> AdmitAsync(FabricLedger fabric, Hospital hospital, CancellationToken cancellation)
    {
        await fabric.AdmitHospitalAsync(hospital, cancellation).ConfigureAwait(false);
        return true;
    }

    private static async ValueTask<bool> OpenAsync(FabricLedger fabric, DemoAccount account, CancellationToken cancellation)
    {
        try
        {
            var receipt = await fabric.Accounts.CreateAsync(account.Doctor, account.Name, account.Role, account.Hospital, cancellation).ConfigureAwait(false);
            return !receipt.Duplicate;
        }
        catch (LedgerRejectedException known) when (known.Code == "account.exists")
        {
            return false; // somebody gave it another role: that stays
        }
    }
}
