using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.Ledger.Checkpoints;

/// <summary>
/// Gets the council's signatures under a checkpoint. Where each member sits in another hospital this asks them; the default
/// signs with the members' keys that are on this machine. Thread-safe.
/// </summary>
public interface ICouncilSigner
{
    /// <summary>Signs.</summary>
    /// <param name="text">The checkpoint's text.</param>
    /// <returns>One signature a member that could be reached.</returns>
    IReadOnlyList<CouncilSignature> Sign(string text);
}
