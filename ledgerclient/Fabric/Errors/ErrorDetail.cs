namespace VoiceMed.LedgerClient.Fabric.Errors;

/// <summary>What one node of the network had to say about a failure (<c>gateway.ErrorDetail</c>).</summary>
/// <param name="Address">Address of the node, as the gateway's peer knows it.</param>
/// <param name="MspId">The organisation the node belongs to.</param>
/// <param name="Message">Its words; a chaincode's refusal stands here when a transaction is endorsed.</param>
public sealed record ErrorDetail(string Address, string MspId, string Message);
