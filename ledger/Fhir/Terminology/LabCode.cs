using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Terminology;

/// <summary>One laboratory test as LOINC and UCUM name it.</summary>
/// <param name="Test">The canonical name, for example <c>creatinine</c>.</param>
/// <param name="Loinc">The LOINC code.</param>
/// <param name="Unit">The unit laboratories of the city report it in, as UCUM.</param>
/// <param name="Name">The test as people say it.</param>
public sealed record LabCode(string Test, string Loinc, string Unit, BilingualText Name);
