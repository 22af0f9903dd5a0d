using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Fabric.Messages;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.LedgerClient.Tests.Fabric.Clinical;

/// <summary>Builds a block with one record's transaction as an honest network would, or with whatever a test changes on the way.</summary>
internal sealed class BlockBuilder
{
    public string TransactionId { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public ulong Number { get; init; } = 17;

    public required LedgerRecord Record { get; init; }

    public required IReadOnlyList<TestIdentity> Endorsers { get; init; }

    public required TestIdentity? Orderer { get; init; }

    public byte Code { get; init; }

    public string Chaincode { get; init; } = "visits";

    public string Channel { get; init; } = "visits";

    /// <summary>The number behind the transaction's id, where the transaction wrote several entries.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>A patient whose tombstone the transaction writes instead of the record; null for none.</summary>
    public string? Erased { get; init; }

    /// <summary>The header hash of the block before it.</summary>
    public byte[] Previous { get; init; } = new byte[32];

    /// <summary>The function that is called; null for a call that cannot be read.</summary>
    public string? Call { get; init; }

    public bool HashOfAnotherCall { get; init; }

    /// <summary>The transaction says whom it calls and holds nothing that was endorsed.</summary>
    public bool WithoutAction { get; init; }

    /// <summary>What stands in the block before the transaction and cannot be read; empty for nothing.</summary>
    public byte[] Unreadable { get; init; } = [];

    public Func<byte[], byte[]> AfterSigning { get; init; } = transaction => transaction;

    public FabricBlock Build()
    {
        var data = new BlockData();
        if (Unreadable.Length > 0) data.Data.Add(ByteString.CopyFrom(Unreadable));
        data.Data.Add(Transaction());
        var header = new BlockHeader
        {
            Number = Number,
            PreviousHash = ByteString.CopyFrom(Previous),
            DataHash = ByteString.CopyFrom(SHA256.HashData([.. data.Data.SelectMany(one => one)])),
        };
        var metadata = new BlockMetadata();
        metadata.Metadata.AddRange([OrdererSignature(header), ByteString.Empty, ByteString.CopyFrom([.. data.Data.Select(_ => Code)])]);
        data.Data[data.Data.Count - 1] = ByteString.CopyFrom(AfterSigning(data.Data[data.Data.Count - 1].ToByteArray()));
        return FabricBlock.Parse(new Block { Header = header, Data = data, Metadata = metadata }.ToByteArray());
    }

    private ByteString Transaction()
    {
        var header = new Header
        {
            ChannelHeader = new ChannelHeader { Type = 3, ChannelId = Channel, TxId = TransactionId }.ToByteString(),
            SignatureHeader = new SignatureHeader { Nonce = ByteString.CopyFrom(new byte[24]) }.ToByteString(),
        };
        var call = new ChaincodeProposalPayload { Input = Invocation() }.ToByteString();
        var response = new ProposalResponsePayload
        {
            ProposalHash = HashOfAnotherCall
                ? ByteString.CopyFrom(new byte[32])
                : ByteString.CopyFrom(SHA256.HashData([.. header.ChannelHeader.Span, .. header.SignatureHeader.Span, .. call.Span])),
            Extension = new ChaincodeAction { Results = WriteSet() }.ToByteString(),
        }.ToByteString();
        var action = new ChaincodeEndorsedAction { ProposalResponsePayload = response };
        action.Endorsements.AddRange(Endorsers.Select(endorser => endorser.Endorse(response)));
        var transaction = new LedgerClient.Fabric.Messages.Transaction();
        transaction.Actions.Add(new TransactionAction
        {
            Payload = new ChaincodeActionPayload { ChaincodeProposalPayload = call, Action = WithoutAction ? null : action }.ToByteString(),
        });
        return new Envelope { Payload = new Payload { Header = header, Data = transaction.ToByteString() }.ToByteString() }.ToByteString();
    }

    private ByteString Invocation()
    {
        if (Call is null) return ByteString.CopyFromUtf8("append");
        var spec = new ChaincodeSpec { ChaincodeId = new ChaincodeID { Name = Chaincode }, Input = new ChaincodeInput() };
        spec.Input.Args.Add(ByteString.CopyFromUtf8(Call));
        return new ChaincodeInvocationSpec { ChaincodeSpec = spec }.ToByteString();
    }

    private ByteString WriteSet()
    {
        var body = System.Text.Encoding.UTF8.GetString(RecordJson.Encode(Record));
        var write = Erased is not null ? new KVWrite { Key = $"\0tombstone\0{Erased}\0", Value = ByteString.CopyFromUtf8("{}") } : new KVWrite
        {
            Key = $"\0record\0{Record.Patient}\0{RecordJson.KindOf(Record)}\0{TransactionId}{Suffix}\0",
            Value = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(new { at = "2026-11-21T08:00:00Z", body })),
        };
        var set = new KVRWSet();
        set.Writes.Add(write);
        var all = new TxReadWriteSet();
        all.NsRwset.Add(new NsReadWriteSet { Namespace = Chaincode, Rwset = set.ToByteString() });
        return all.ToByteString();
    }

    private ByteString OrdererSignature(BlockHeader header)
    {
        var metadata = new Metadata { Value = ByteString.CopyFromUtf8("last config") };
        if (Orderer is null) return metadata.ToByteString();
        var signatureHeader = new SignatureHeader { Creator = ByteString.CopyFrom(Orderer.Identity.Creator.Span) }.ToByteString();
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteInteger(new BigInteger(header.Number));
            der.WriteOctetString(header.PreviousHash.Span);
            der.WriteOctetString(header.DataHash.Span);
        }
        metadata.Signatures.Add(new MetadataSignature
        {
            SignatureHeader = signatureHeader,
            Signature = ByteString.CopyFrom(Orderer.Sign([.. metadata.Value.Span, .. signatureHeader.Span, .. der.Encode()])),
        });
        return metadata.ToByteString();
    }
}
