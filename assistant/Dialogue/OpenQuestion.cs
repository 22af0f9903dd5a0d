using VoiceMed.LedgerClient.Records;
using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Assistant.Dialogue;

/// <summary>What the assistant has asked and waits to hear.</summary>
/// <param name="Id">The question's identifier, so that a late touch on an old one does nothing.</param>
/// <param name="Patient">The patient who is to be confirmed; null when an intent is.</param>
/// <param name="Then">The intent that goes on after a yes, or null.</param>
public sealed record OpenQuestion(string Id, Patient? Patient, IntentMatch? Then);
