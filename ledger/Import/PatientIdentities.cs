using System.Security.Cryptography;
using System.Text;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Import;

/// <summary>
/// Which patient an identifier of another system names. Each claim is a sealed entry of the patient's own chain, found again by a
/// keyed digest: nobody who holds the file alone can tell whose number it is. Two patients are never joined by guessing.
/// Thread-safe.
/// </summary>
internal sealed class PatientIdentities(LedgerStore store)
{
    /// <summary>The kind of the entries.</summary>
    public const string Kind = "identifier";

    private const string Source = "identity";

    /// <summary>The patients the keys name: none, one, or, when they contradict each other, several.</summary>
    public IReadOnlyList<PatientId> Find(IEnumerable<IdentityKey> keys) => store.Read(reader => Find(reader, keys));

    /// <summary>Claims keys for a patient.</summary>
    /// <param name="transaction">The step it is a part of.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="writer">The signing key of the hospital that says so.</param>
    /// <returns>False when one of them was claimed for another patient meanwhile; nothing was written then.</returns>
    public static bool Claim(LedgerTransaction transaction, PatientId patient, IReadOnlyCollection<IdentityKey> keys, string writer)
    {
        if (Find(transaction, keys).Any(found => found != patient))
        {
            return false;
        }

        foreach (var key in keys.Where(key => transaction.FindDelivery(Source, key.Text) is null))
        {
            transaction.Append(new EntryDraft
            {
                Chain = ChainName.Patient(patient),
                Kind = Kind,
                Writer = writer,
                Payload = Encoding.UTF8.GetBytes(key.Text),
                IdempotencyKey = key.Text,
                Source = Source,
                Projection = EntryProjection.None,
            });
        }

        return true;
    }

    /// <summary>A new patient's identifier: random, so that it says nothing about the person.</summary>
    public static PatientId NewPatient() => new("p-" + RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16));

    private static IReadOnlyList<PatientId> Find(LedgerReader reader, IEnumerable<IdentityKey> keys) => keys
        .Select(key => reader.FindDelivery(Source, key.Text)).OfType<StoredEntry>()
        .Select(entry => new PatientId(entry.Header.Chain["patient/".Length..])).Distinct().ToArray();
}
