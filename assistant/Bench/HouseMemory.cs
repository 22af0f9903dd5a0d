namespace VoiceMed.Assistant.Bench;

/// <summary>What a program under measurement uses after its garbage was collected.</summary>
/// <param name="Resident">Bytes of resident memory.</param>
/// <param name="Managed">Bytes of live managed objects in it.</param>
internal sealed record HouseMemory(long Resident, long Managed);
