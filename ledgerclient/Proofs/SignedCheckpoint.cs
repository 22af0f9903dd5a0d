namespace VoiceMed.LedgerClient.Proofs;

/// <summary>A checkpoint with the signatures of the council's members.</summary>
/// <param name="Text">The checkpoint's text, see <see cref="Checkpoint"/>.</param>
/// <param name="Signatures">The signatures over the text's UTF-8 bytes.</param>
public sealed record SignedCheckpoint(string Text, IReadOnlyList<CouncilSignature> Signatures);
