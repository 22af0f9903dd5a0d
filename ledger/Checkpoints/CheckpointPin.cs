using System.Text;
using VoiceMed.Ledger.Keys;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.Ledger.Checkpoints;

/// <summary>
/// The newest checkpoint, noted apart from the ledger's file: an older copy of the file, put back whole, is consistent in
/// itself, and only this shows that it is old.
/// </summary>
internal static class CheckpointPin
{
    public static string PathIn(string keysDirectory) => Path.Combine(keysDirectory, "newest.checkpoint");

    public static void Write(string keysDirectory, SignedCheckpoint checkpoint) =>
        SecretFile.Write(PathIn(keysDirectory), Encoding.UTF8.GetBytes(CheckpointNote.Write(checkpoint)));

    /// <summary>The noted checkpoint, or null when there is none.</summary>
    /// <exception cref="FormatException">The note is damaged.</exception>
    public static SignedCheckpoint? Read(string keysDirectory) =>
        File.Exists(PathIn(keysDirectory)) ? CheckpointNote.Read(File.ReadAllText(PathIn(keysDirectory))) : null;
}
