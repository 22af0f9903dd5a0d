using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Import;

/// <summary>The system records come from.</summary>
/// <param name="Name">
/// Its stable name, for example <c>mis-2</c>: resource ids mean something only together with it. 1 to 64 characters.
/// </param>
/// <param name="Hospital">The hospital it speaks for and whose manager's key signs what it sends.</param>
public sealed record ImportSource(string Name, HospitalId Hospital);
