namespace VoiceMed.LedgerClient.Proofs;

/// <summary>That an entry stands in its chain, and that a record is its content: the first part of a proof.</summary>
/// <param name="Header">The entry's bytes, see <see cref="Entries.EntryCodec"/>.</param>
/// <param name="Payload">The readable payload.</param>
/// <param name="OpeningKey">The key of the payload's commitment; empty when the payload is not sealed.</param>
/// <param name="Path">The audit path from the entry to the root of its chain.</param>
public sealed record EntryProof(byte[] Header, byte[] Payload, byte[] OpeningKey, IReadOnlyList<byte[]> Path);
