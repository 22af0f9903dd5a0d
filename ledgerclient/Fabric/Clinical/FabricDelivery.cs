using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>A record that was delivered before.</summary>
/// <param name="Record">The record, as it was written; where it stands in the channel is not looked up.</param>
/// <param name="Entry">The name of its entry, by which a correction supersedes it.</param>
public sealed record FabricDelivery<T>(T Record, string Entry)
    where T : LedgerRecord;
