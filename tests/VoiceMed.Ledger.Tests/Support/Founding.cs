using VoiceMed.Ledger.Governance;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Tests.Support;

/// <summary>Puts hospitals and accounts into an empty ledger through its own doors.</summary>
internal static class Founding
{
    public static async Task FoundAsync(this EmbeddedLedger ledger)
    {
        foreach (var number in new[] { 1, 2 })
        {
            await ledger.AdmitAsync(new Hospital(
                new HospitalId($"hospital-{number}"), new BilingualText($"Больница {number}", $"Hospital {number}"), number, [], ["cardiology", "surgery"]));
        }

        await ledger.Accounts.CreateAsync(new DoctorId("house"), new BilingualText("Домашний", "House"), "doctor", new HospitalId("hospital-1"));
        await ledger.Accounts.CreateAsync(new DoctorId("visiting"), new BilingualText("Приезжий", "Visiting"), "doctor", new HospitalId("hospital-2"));
        await ledger.Accounts.CreateAsync(new DoctorId("admin"), new BilingualText("Администратор", "Admin"), "admin", new HospitalId("hospital-1"));
    }

    public static async Task<ProposalState> AdmitAsync(this EmbeddedLedger ledger, Hospital hospital)
    {
        var key = $"{hospital.Id}/manager-1";
        var proposed = await ledger.Council.ProposeAdmissionAsync("council/member-1", new Admission(hospital, key, ledger.Store.SigningKeys.Create(key)));
        return await ledger.Council.ApproveAsync("council/member-2", proposed.Proposal.Id);
    }
}
