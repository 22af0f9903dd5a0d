namespace VoiceMed.LedgerClient.Entries;

/// <summary>How an entry's payload is kept. The numbers are part of the record layout.</summary>
public enum Sealing
{
    /// <summary>Readable by anyone who holds the file: governance, never a patient's data.</summary>
    None = 0,

    /// <summary>AES-256-GCM under a key that can be destroyed.</summary>
    AesGcm = 1,
}
