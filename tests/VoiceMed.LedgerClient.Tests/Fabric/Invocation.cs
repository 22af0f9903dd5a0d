using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Messages;

namespace VoiceMed.LedgerClient.Tests.Fabric;

/// <summary>A call of a transaction function as it arrived at the peer.</summary>
internal sealed record Invocation(
    string TransactionId, string Channel, string Chaincode, string Function, IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, ByteString> Transient, IReadOnlyList<string> Organizations, Header Header, ChaincodeProposalPayload Payload);
