namespace VoiceMed.Ledger.Governance;

/// <summary>The first entry of a channel: who governs it.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Threshold">How many council members must agree.</param>
/// <param name="Council">The members' public keys (DER SubjectPublicKeyInfo) by key name.</param>
/// <param name="Machine">The public key of the machine that runs the ledger.</param>
public sealed record Genesis(string Channel, int Threshold, IReadOnlyDictionary<string, byte[]> Council, byte[] Machine)
{
    /// <summary>The entry's kind.</summary>
    public const string Kind = "genesis";
}
