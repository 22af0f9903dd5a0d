using System.Security.Cryptography;
using VoiceMed.Ledger.Keys;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Access;

/// <summary>The keyed commitment of a document's content.</summary>
internal static class DocumentKeys
{
    /// <summary>The key of one document's commitment; the same for every delivery of the document.</summary>
    public static byte[] CommitmentKey(LedgerReader reader, PatientId patient, DocumentId document)
    {
        var key = reader.Keys.Find(ChainName.Patient(patient))
            ?? throw new LedgerTamperedException("keys.missing", "The patient's key is not in the key file; restore content.keys from its backup.");
        return Seal.Key(key, "document\0" + document.Value);
    }

    /// <summary>The commitment, as <see cref="LedgerClient.Records.DocumentInfo.Commitment"/> holds it.</summary>
    public static string Commit(byte[] key, ReadOnlySpan<byte> content) => Convert.ToHexStringLower(HMACSHA256.HashData(key, content));
}
