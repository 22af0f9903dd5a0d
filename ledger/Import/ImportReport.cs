namespace VoiceMed.Ledger.Import;

/// <summary>What became of everything that was sent in together.</summary>
/// <param name="Items">One item a resource, in the order they came.</param>
public sealed record ImportReport(IReadOnlyList<ImportItem> Items)
{
    /// <summary>True for a FHIR transaction: all of it was taken, or, when anything failed, nothing.</summary>
    public bool Atomic { get; init; }

    /// <summary>New records.</summary>
    public int Added => Count(ImportOutcome.Added);

    /// <summary>Records that were there already.</summary>
    public int Unchanged => Count(ImportOutcome.Unchanged);

    /// <summary>Records that supersede an earlier version.</summary>
    public int Corrected => Count(ImportOutcome.Corrected);

    /// <summary>Resources that only served references.</summary>
    public int NotKept => Count(ImportOutcome.NotKept);

    /// <summary>Resources that could not be taken.</summary>
    public int Failed => Count(ImportOutcome.Failed);

    /// <summary>Those that could not be taken.</summary>
    public IEnumerable<ImportItem> Failures => Items.Where(i => i.Outcome == ImportOutcome.Failed);

    private int Count(ImportOutcome outcome) => Items.Count(i => i.Outcome == outcome);
}
