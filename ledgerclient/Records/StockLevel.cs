using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Records;

/// <summary>How much of a resource an organisation holds.</summary>
/// <param name="Hospital">The organisation.</param>
/// <param name="Resource">The resource's name.</param>
/// <param name="Available">Units that may be given out.</param>
/// <param name="Reserved">Units that are promised.</param>
/// <param name="Minimum">The balance the organisation must keep.</param>
public sealed record StockLevel(HospitalId Hospital, BilingualText Resource, decimal Available, decimal Reserved, decimal Minimum);
