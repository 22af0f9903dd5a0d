using VoiceMed.LedgerClient.Proofs;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Asking;

/// <summary>What the ledger answered to one intent, whichever operation it was.</summary>
public sealed record LedgerResult
{
    /// <summary>The operation that was asked, for example <c>GetHospitalVisits</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The records, in the ledger's order; empty when there are none.</summary>
    public IReadOnlyList<LedgerRecord> Records { get; init; } = [];

    /// <summary>The opened document, or null.</summary>
    public DocumentContent? Document { get; init; }

    /// <summary>The verdict on a resource, or null.</summary>
    public ResourceVerdict? Resource { get; init; }

    /// <summary>Stock levels; empty when stock was not asked for.</summary>
    public IReadOnlyList<StockLevel> Stock { get; init; } = [];

    /// <summary>The code of the rule that permitted it; null where the operation has none.</summary>
    public string? Rule { get; init; }

    /// <summary>The client-side check of the proof; null where the operation has none.</summary>
    public ProofVerdict? Proof { get; init; }

    /// <summary>The proof's scheme, for example <c>rfc6962-checkpoint</c>; null where there is no proof.</summary>
    public string? Scheme { get; init; }

    /// <summary>How many things another service found; 0 where the ledger was asked.</summary>
    public int Found { get; init; }

    /// <summary>How many things were found.</summary>
    public int Count => Found + Records.Count + Stock.Count + (Document is null ? 0 : 1) + (Resource is null ? 0 : 1);
}
