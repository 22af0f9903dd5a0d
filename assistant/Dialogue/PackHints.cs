using VoiceMed.Nlu;

namespace VoiceMed.Assistant.Dialogue;

/// <summary>Chooses hints from the packs by what is on the screen. Thread-safe.</summary>
/// <param name="intents">Gives the intents in force.</param>
public sealed class PackHints(Func<IntentSet> intents) : IHints
{
    private const int Most = 6;
    private static readonly string[] WithoutPatient = ["patient.select", "help", "language.switch"];
    private static readonly string[] WithPatient = ["visits.list", "documents.list", "vitals.latest", "medications.list", "allergies.list", "labs.list"];
    private static readonly string[] WithDocuments = ["document.open", "nav.next", "document.read", "visits.list", "labs.list", "session.end"];
    private static readonly string[] WithDocument = ["document.read", "nav.back", "nav.next", "vitals.latest", "medications.list", "session.end"];

    /// <inheritdoc/>
    public IReadOnlyList<string> For(ConversationState state, string language)
    {
        ArgumentNullException.ThrowIfNull(state);
        var ids = state switch
        {
            { Patient: not { Confirmed: true } } => WithoutPatient,
            { Document: not null } => WithDocument,
            { List.Intent: "documents.list" } => WithDocuments,
            _ => WithPatient,
        };
        var set = intents();
        return [.. ids.Where(set.Intents.ContainsKey).Select(id => set.Hint(id, language)).OfType<string>().Take(Most)];
    }
}
