using System.Text.Json;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.LedgerClient.Proofs;

/// <summary>
/// Proofs as JSON, to keep and to hand on. A proof has exactly one such text: any other byte in it, even a blank, is refused.
/// Hashes, headers, keys and payloads are base64. Thread-safe.
/// </summary>
public static class ProofJson
{
    /// <summary>Writes a proof.</summary>
    public static byte[] Write(CheckpointProof proof) => JsonSerializer.SerializeToUtf8Bytes(proof, RecordJson.Options);

    /// <summary>Reads a proof.</summary>
    /// <exception cref="FormatException">The text is not a proof in its one written form; the message says from which byte on.</exception>
    public static CheckpointProof Read(ReadOnlySpan<byte> json)
    {
        CheckpointProof proof;
        try
        {
            proof = JsonSerializer.Deserialize<CheckpointProof>(json, RecordJson.Options) ?? throw new FormatException("The proof is null.");
            RequireWhole(proof);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new FormatException($"The proof cannot be read at {(e as JsonException)?.Path ?? "$"}, byte {(e as JsonException)?.BytePositionInLine ?? 0}: {e.Message}", e);
        }

        var written = Write(proof);
        return written.AsSpan().SequenceEqual(json)
            ? proof
            : throw new FormatException($"The proof differs from its one written form at byte {json.CommonPrefixLength(written)}.");
    }

    private static void RequireWhole(CheckpointProof proof)
    {
        if (proof is not { Checkpoint: { Text: not null, Signatures: not null }, Chains: not null, Entries: not null }
            || proof.Checkpoint.Signatures.Any(static signature => signature is not { Key: not null, Algorithm: not null, Value: not null })
            || proof.Chains.Any(static chain => chain is not { Chain: { Length: > 0 and <= 512 }, Root: not null, Path: not null })
            || proof.Entries.Any(static entry => entry is not { Header: not null, Payload: not null, OpeningKey: not null, Path: not null }))
        {
            throw new JsonException("A part of it is missing.");
        }
    }
}
