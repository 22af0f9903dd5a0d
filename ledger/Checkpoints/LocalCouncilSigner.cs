using System.Security.Cryptography;
using System.Text;
using VoiceMed.Ledger.Keys;
using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.Ledger.Checkpoints;

/// <summary>Signs checkpoints with the council members' keys that are on this machine. Thread-safe.</summary>
public sealed class LocalCouncilSigner(SigningKeys keys) : ICouncilSigner
{
    /// <inheritdoc/>
    public IReadOnlyList<CouncilSignature> Sign(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return [.. keys.CouncilMembers.Select(member => new CouncilSignature(member, CouncilKeys.Algorithm, keys.Sign(member, hash)[1..]))];
    }
}
