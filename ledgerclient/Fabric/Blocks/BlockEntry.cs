using Google.Protobuf;
using NodaTime;

namespace VoiceMed.LedgerClient.Fabric.Blocks;

/// <summary>One transaction of a block as its envelope says, unchecked.</summary>
/// <param name="Place">Its place in the block, from 0.</param>
/// <param name="TransactionId">Its id; empty for a channel's configuration.</param>
/// <param name="Time">When its client says it was made.</param>
/// <param name="Organization">The organisation whose client made it, or null.</param>
/// <param name="Call">The chaincode and the function it called, for example <c>visits/ClinicalLedger:append</c>; <c>config</c> for a configuration.</param>
/// <param name="Signature">The client's signature.</param>
internal sealed record BlockEntry(int Place, string TransactionId, Instant Time, string? Organization, string Call, ByteString Signature);
