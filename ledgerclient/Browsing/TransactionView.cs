using System.Text.Json;
using NodaTime;

namespace VoiceMed.LedgerClient.Browsing;

/// <summary>One transaction: an entry as the chain holds it. What is sealed is not opened.</summary>
/// <param name="Sequence">Its place among all entries, from 1.</param>
/// <param name="Chain">Its chain.</param>
/// <param name="Index">Its place in the chain, from 0.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Time">When the ledger took it.</param>
/// <param name="Writer">The key that signed it.</param>
/// <param name="Hash">Its hash, hexadecimal.</param>
/// <param name="Previous">The hash of the entry before it, hexadecimal; null for the first.</param>
/// <param name="Supersedes">The hash of the entry it corrects, hexadecimal; null for none.</param>
/// <param name="Sealed">True when its content is encrypted.</param>
/// <param name="Signature">The signature: the algorithm's number, then r and s; base64.</param>
/// <param name="Content">The content of an entry that is not sealed; null otherwise.</param>
public sealed record TransactionView(
    long Sequence, string Chain, long Index, string Kind, Instant Time, string Writer, string Hash, string? Previous, string? Supersedes,
    bool Sealed, string Signature, JsonElement? Content);
