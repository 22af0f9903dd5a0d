namespace VoiceMed.Ledger.Import;

/// <summary>What became of one resource of an import. Holds no patient data.</summary>
/// <param name="Path">Where the resource, or what is wrong in it, stands.</param>
/// <param name="ResourceType">Its FHIR type; null when it could not be read that far.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Record">The record's identifier in the ledger, or null.</param>
/// <param name="Code">Why it failed, as a FHIR issue type or a code of the ledger; null when it did not.</param>
/// <param name="Reason">Why it failed, in one English sentence; null when it did not.</param>
public sealed record ImportItem(
    string Path, string? ResourceType, ImportOutcome Outcome, string? Record = null, string? Code = null, string? Reason = null)
{
    /// <summary>The code of what was not taken although nothing is wrong with it: another entry of its transaction is.</summary>
    public const string Untaken = "transaction";
}
