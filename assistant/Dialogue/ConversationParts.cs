using VoiceMed.Assistant.Agents;
using VoiceMed.Assistant.Answering;
using VoiceMed.Assistant.Dialogue.Handlers;
using VoiceMed.Assistant.Wording;
using VoiceMed.LedgerClient;
using VoiceMed.Nlu;

namespace VoiceMed.Assistant.Dialogue;

/// <summary>What all conversations of one process share. Immutable; every part is thread-safe.</summary>
/// <param name="Ledger">The ledger, for the audit of turns that ask it nothing.</param>
/// <param name="Intents">Gives the intents in force.</param>
/// <param name="Handlers">Who carries out intents; the first that handles an intent does.</param>
/// <param name="Patients">Confirms patients.</param>
/// <param name="Replies">Words answers.</param>
/// <param name="Hints">What one can say next.</param>
/// <param name="Phrases">What the assistant itself says.</param>
/// <param name="Time">The clock.</param>
/// <param name="PrivateAudio">Whether restricted data may be spoken because the doctor wears a headset.</param>
public sealed record ConversationParts(
    IClinicalLedger Ledger,
    Func<IntentSet> Intents,
    IReadOnlyList<IIntentHandler> Handlers,
    PatientHandler Patients,
    IReplyWriter Replies,
    IHints Hints,
    Phrasebook Phrases,
    TimeProvider Time,
    bool PrivateAudio)
{
    /// <summary>Proposes intents for words nobody understood; null, the default, when nobody does.</summary>
    public IIntentProposer? Proposer { get; init; }
}
