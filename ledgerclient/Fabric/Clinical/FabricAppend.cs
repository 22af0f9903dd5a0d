using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>A part of a transaction that writes several things at once.</summary>
/// <param name="Record">The record; null when only identifiers are claimed.</param>
/// <param name="IdempotencyKey">The source's own key, by which a second delivery is recognised.</param>
public sealed record FabricAppend(LedgerRecord? Record, string IdempotencyKey)
{
    /// <summary>The content, where the record is a document.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The name of the entry it corrects (<see cref="FabricDelivery{T}.Entry"/>), or null.</summary>
    public string? Supersedes { get; init; }

    /// <summary>Whom <see cref="Identifiers"/> name.</summary>
    public PatientId Patient { get; init; }

    /// <summary>Identifiers of other systems that are claimed for <see cref="Patient"/>; only keyed digests of them leave this machine.</summary>
    public IReadOnlyList<string> Identifiers { get; init; } = [];

    /// <summary>True when nothing is to be written.</summary>
    public bool IsEmpty => Record is null && Identifiers.Count == 0;
}
