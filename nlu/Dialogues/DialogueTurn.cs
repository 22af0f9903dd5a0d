using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Nlu.Dialogues;

/// <summary>What came of an utterance within a dialogue. Immutable.</summary>
/// <param name="Act">What to do.</param>
/// <param name="Parse">What the utterance means by itself.</param>
/// <param name="Intent">The intent with slots inherited and references resolved; null when there is none.</param>
/// <param name="Slot">The slot to ask for or choose a value of, or null.</param>
/// <param name="Also">Further intents of the same utterance, to be carried out after the first.</param>
public sealed record DialogueTurn(DialogueAct Act, ParseResult Parse, IntentMatch? Intent, string? Slot, IReadOnlyList<IntentMatch> Also);
