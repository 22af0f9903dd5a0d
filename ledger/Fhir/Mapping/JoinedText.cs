using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Mapping;

/// <summary>Puts several texts into one, without ever leaving a part out of one language only.</summary>
internal static class JoinedText
{
    /// <summary>The texts separated by semicolons; a language appears when each text has it, and where none does, the parts are mixed.</summary>
    public static BilingualText Of(IReadOnlyList<BilingualText> texts)
    {
        var ru = texts.All(t => t.Ru is not null) ? Join(texts.Select(t => t.Ru)) : null;
        var en = texts.All(t => t.En is not null) ? Join(texts.Select(t => t.En)) : null;
        return ru is null && en is null ? new BilingualText(Join(texts.Select(t => t.In("ru"))), null) : new BilingualText(ru, en);
    }

    private static string Join(IEnumerable<string?> parts) => string.Join("; ", parts);
}
