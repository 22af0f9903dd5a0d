using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using Google.Protobuf;
using NodaTime;
using VoiceMed.LedgerClient.Fabric.Messages;

namespace VoiceMed.LedgerClient.Fabric.Blocks;

/// <summary>A block of a channel, as a peer handed it over: nothing in it is believed before it is checked. Immutable and thread-safe.</summary>
/// <remarks>
/// The header's hash is SHA-256 of the DER sequence of number, previous hash and data hash; the data hash is SHA-256 of the transactions'
/// bytes one after the other (protoutil/blockutils.go). The orderers sign the header; each endorser signs its transaction's result.
/// </remarks>
public sealed class FabricBlock
{
    private const int SignaturesMetadata = 0;
    private const int ValidationMetadata = 2;
    private const int EndorserTransaction = 3;

    private readonly Block block;

    private FabricBlock(Block block, byte[] headerBytes)
    {
        this.block = block;
        HeaderBytes = headerBytes;
    }

    /// <summary>The block's number, counted from zero.</summary>
    public ulong Number => block.Header.Number;

    /// <summary>SHA-256 of the header: what the next block names as its previous hash.</summary>
    public ReadOnlyMemory<byte> HeaderHash => SHA256.HashData(HeaderBytes);

    /// <summary>The previous block's header hash, as this block's header states it.</summary>
    public ReadOnlyMemory<byte> PreviousHash => block.Header.PreviousHash.Memory;

    /// <summary>True when the transactions are those the header was made for.</summary>
    public bool DataMatchesHeader
    {
        get
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var transaction in block.Data.Data) digest.AppendData(transaction.Span);
            return block.Header.DataHash.Span.SequenceEqual(digest.GetHashAndReset());
        }
    }

    /// <summary>SHA-256 over the transactions, as the header states it.</summary>
    public ReadOnlyMemory<byte> DataHash => block.Header.DataHash.Memory;

    internal byte[] HeaderBytes { get; }

    /// <summary>Reads a block.</summary>
    /// <param name="bytes">A serialised <c>common.Block</c>.</param>
    /// <returns>The block.</returns>
    /// <exception cref="FormatException">The bytes are no block.</exception>
    public static FabricBlock Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var block = Block.Parser.ParseFrom(bytes);
            if (block.Header is null || block.Data is null || block.Metadata is null) throw new FormatException("the block has no header, data or metadata");
            var header = new AsnWriter(AsnEncodingRules.DER);
            using (header.PushSequence())
            {
                header.WriteInteger(new BigInteger(block.Header.Number));
                header.WriteOctetString(block.Header.PreviousHash.Span);
                header.WriteOctetString(block.Header.DataHash.Span);
            }
            return new FabricBlock(block, header.Encode());
        }
        catch (InvalidProtocolBufferException malformed)
        {
            throw new FormatException("the bytes are no block", malformed);
        }
    }

    /// <summary>The block's bytes, for keeping it as evidence.</summary>
    /// <returns>A serialised <c>common.Block</c>.</returns>
    public byte[] ToBytes() => block.ToByteArray();

    /// <summary>The orderers' organisations whose signatures over the header hold.</summary>
    internal IReadOnlySet<string> SignedBy(TrustedOrganizations orderers)
    {
        var metadata = Metadata.Parser.ParseFrom(MetadataAt(SignaturesMetadata));
        return metadata.Signatures
            .Select(signature => orderers.SignerOf(
                SignatureHeader.Parser.ParseFrom(signature.SignatureHeader).Creator,
                [.. metadata.Value.Span, .. signature.SignatureHeader.Span, .. HeaderBytes],
                signature.Signature.Span))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The block's transactions as their envelopes say; those that cannot be read are left out.</summary>
    internal IReadOnlyList<BlockEntry> Entries()
    {
        var entries = new List<BlockEntry>(block.Data.Data.Count);
        for (var place = 0; place < block.Data.Data.Count; place++)
        {
            try
            {
                var envelope = Envelope.Parser.ParseFrom(block.Data.Data[place]);
                var payload = Payload.Parser.ParseFrom(envelope.Payload);
                if (payload.Header is not { } header) continue;
                var channel = ChannelHeader.Parser.ParseFrom(header.ChannelHeader);
                var time = channel.Timestamp is { } stamp ? Instant.FromUnixTimeSeconds(stamp.Seconds).PlusNanoseconds(stamp.Nanos) : default;
                var creator = SignatureHeader.Parser.ParseFrom(header.SignatureHeader).Creator;
                var organization = creator.IsEmpty ? null : SerializedIdentity.Parser.ParseFrom(creator).Mspid;
                entries.Add(new BlockEntry(place, channel.TxId, time, organization, CallOf(channel, payload), envelope.Signature));
            }
            catch (InvalidProtocolBufferException)
            {
                continue; // the lookup of that very transaction says what is wrong with it
            }
        }
        return entries;
    }

    /// <summary>What the peer says of the transaction at a place. No signature covers it.</summary>
    internal TransactionValidationCode CodeAt(int place)
    {
        var codes = MetadataAt(ValidationMetadata);
        return place < codes.Length ? (TransactionValidationCode)codes[place] : TransactionValidationCode.NotValidated;
    }

    /// <summary>The ids of the block's transactions; those that cannot be read are left out.</summary>
    internal IEnumerable<string> TransactionIds() => Entries().Select(static entry => entry.TransactionId);

    /// <summary>The transaction with that id, and what the peer says of its validity; null when none that can be read has it.</summary>
    /// <exception cref="FormatException">What it did cannot be read.</exception>
    internal BlockTransaction? Find(string transactionId)
    {
        for (var place = 0; place < block.Data.Data.Count; place++)
        {
            if (IdAt(place) == transactionId) return At(place);
        }
        return null;
    }

    /// <summary>The transaction at a place, and what the peer says of its validity.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    internal BlockTransaction At(int place)
    {
        try
        {
            return BlockTransaction.Parse(Payload.Parser.ParseFrom(Envelope.Parser.ParseFrom(block.Data.Data[place]).Payload), CodeAt(place));
        }
        catch (InvalidProtocolBufferException malformed)
        {
            throw new FormatException("a transaction of the block cannot be read", malformed);
        }
    }

    // By the headers alone: a proof looks up each of its records.
    private string? IdAt(int place)
    {
        try
        {
            var header = Payload.Parser.ParseFrom(Envelope.Parser.ParseFrom(block.Data.Data[place]).Payload).Header;
            return header is null ? null : ChannelHeader.Parser.ParseFrom(header.ChannelHeader).TxId;
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private static string CallOf(ChannelHeader channel, Payload payload)
    {
        if (channel.Type != EndorserTransaction) return "config";
        try
        {
            var actions = Messages.Transaction.Parser.ParseFrom(payload.Data).Actions;
            if (actions.Count == 0) return "unknown";
            var proposed = ChaincodeActionPayload.Parser.ParseFrom(actions[0].Payload).ChaincodeProposalPayload;
            var spec = ChaincodeInvocationSpec.Parser.ParseFrom(ChaincodeProposalPayload.Parser.ParseFrom(proposed).Input).ChaincodeSpec;
            return spec?.Input is { Args.Count: > 0 } call ? $"{spec.ChaincodeId?.Name}/{call.Args[0].ToStringUtf8()}" : "unknown";
        }
        catch (InvalidProtocolBufferException)
        {
            return "unknown"; // whose it is can be said all the same
        }
    }

    private ByteString MetadataAt(int index) => index < block.Metadata.Metadata.Count ? block.Metadata.Metadata[index] : ByteString.Empty;
}
