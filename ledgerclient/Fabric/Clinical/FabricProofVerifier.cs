using System.Text.Json;
using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Fabric.Profile;
using VoiceMed.LedgerClient.Proofs;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>
/// Checks Fabric answers with the certificate authorities of the connection profile: the block's transactions are those its header was made
/// for, an orderer signed the header, the transaction counts as valid, enough organisations' peers endorsed it for this very call, and what
/// they endorsed is the record shown. Thread-safe.
/// </summary>
/// <remarks>
/// One thing Fabric signs nowhere: which transactions of a block the peers found valid. For that the peer is believed; that the block is in the
/// channel and the organisations agreed to the record is proved without it.
/// </remarks>
public sealed class FabricProofVerifier : IProofVerifier
{
    private readonly BlockCheck check;
    private readonly string channel;
    private readonly string chaincode;

    /// <summary>Pins the authorities.</summary>
    /// <param name="profile">Names the authorities' certificates and how many organisations must have endorsed.</param>
    /// <exception cref="ConnectionProfileException">The profile names no organisation or no orderers.</exception>
    public FabricProofVerifier(ConnectionProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        (channel, chaincode) = (profile.Channel, profile.Chaincode);
        check = new BlockCheck(profile);
    }

    /// <inheritdoc/>
    public ProofVerdict Verify<T>(LedgerAnswer<T> answer)
        where T : LedgerRecord
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Proof is not FabricProof proof) return Failed("the answer carries no proof of the scheme fabric-endorsement");
        foreach (var item in answer.Items)
        {
            if (Fault(item, proof) is { } fault) return Failed(fault);
        }
        return new ProofVerdict(true, $"{answer.Items.Count} records traced to blocks signed by an orderer and endorsed by {check.Endorsements} organisations");
    }

    private string? Fault(LedgerRecord item, FabricProof proof)
    {
        if (item.Entry is not { } entry || entry.Chain != channel || !proof.Blocks.TryGetValue(entry.Index, out var block)
            || block.Number != (ulong)entry.Index)
        {
            return "a record names no block of the proof";
        }
        try
        {
            if (check.FaultOf(block) is { } blockFault) return blockFault;
            if (block.Find(TransactionPlaces.TransactionOf(entry.Hash)) is not { } transaction)
                return $"block {entry.Index} does not hold the record's transaction";
            if (check.FaultOf(transaction) is { } transactionFault) return transactionFault;
            return IsWritten(item, transaction, entry.Hash) ? null : "the record shown is not the one that was endorsed";
        }
        catch (Exception malformed) when (malformed is FormatException or InvalidProtocolBufferException)
        {
            return $"block {entry.Index} cannot be read";
        }
    }

    private bool IsWritten(LedgerRecord item, BlockTransaction transaction, string entry)
    {
        var key = CompositeKey.Of("record", item.Patient.Value, RecordJson.KindOf(item), entry);
        if (transaction.Written(chaincode, key) is not { } value) return false;
        try
        {
            using var stored = JsonDocument.Parse(value.Memory);
            var body = System.Text.Encoding.UTF8.GetBytes(stored.RootElement.GetProperty("body").GetString()!);
            return RecordJson.Encode(RecordJson.Decode(body)).AsSpan().SequenceEqual(RecordJson.Encode(item));
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static ProofVerdict Failed(string fault) => new(false, fault);
}
