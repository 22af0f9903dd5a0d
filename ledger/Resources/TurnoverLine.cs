using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Resources;

/// <summary>One line of the quarterly turnover report.</summary>
/// <param name="Hospital">The organisation.</param>
/// <param name="Gtin">The trade item, 14 digits.</param>
/// <param name="Resource">What it is.</param>
/// <param name="Turnover">How it moved.</param>
public sealed record TurnoverLine(HospitalId Hospital, string Gtin, BilingualText Resource, Turnover Turnover);
