using System.Security.Cryptography;
using NodaTime;
using VoiceMed.Ledger.Accounts;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Keys;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Audit;

/// <summary>
/// Writes the audit: one entry an access, granted or refused, durable before the answer leaves. A failure to write it is the
/// caller's failure; it is never swallowed. Thread-safe.
/// </summary>
internal sealed class AuditDesk(LedgerStore store, RegistryView registry)
{
    /// <summary>Stands for the patient in entries that are about none.</summary>
    public static PatientId Nobody { get; } = new("-");

    /// <summary>Records one access.</summary>
    /// <param name="patient">The patient; null for none, or for one the ledger does not know.</param>
    /// <param name="operation">What was asked.</param>
    /// <param name="granted">True when it was answered.</param>
    /// <param name="reason">The rule that decided.</param>
    /// <param name="access">Who asked, and why.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<AppendReceipt> RecordAsync(
        PatientId? patient, string operation, bool granted, string reason, AccessContext access, CancellationToken cancellation)
    {
        var record = new AccessRecord
        {
            Id = "access-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
            Patient = patient ?? Nobody,
            Time = Instant.FromDateTimeOffset(store.Options.Time.GetUtcNow()),
            Doctor = access.Doctor,
            DoctorName = NameOf(access),
            Role = access.Role,
            Operation = operation,
            Purpose = access.Purpose,
            Granted = granted,
            Reason = reason,
            Trust = access.Trust is { } trust && double.IsFinite(trust) ? Math.Round(trust, 3) : null,
            Turn = access.Turn,
            Terminal = access.Terminal,
        };
        var draft = EntryDraft.Of(record, patient is { } known ? ChainName.Audit(known) : ChainName.Turns, SigningKeys.Machine) with
        {
            IdempotencyKey = access.Turn is null ? null : $"{access.Turn}\n{operation}\n{record.Patient}\n{granted}",
            SameKeyIsEnough = true,
        };
        return await store.AppendAsync(draft, cancellation).ConfigureAwait(false);
    }

    private BilingualText? NameOf(AccessContext access)
    {
        if (access.Doctor is { } doctor && registry.Current.Accounts.TryGetValue(doctor, out var account))
        {
            return account.Name;
        }

        return access.DoctorName is null ? null : new BilingualText(access.DoctorName, access.DoctorName);
    }
}
