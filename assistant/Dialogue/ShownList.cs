using VoiceMed.Assistant.Asking;
using VoiceMed.Assistant.Screen.Cards;
using VoiceMed.LedgerClient.Records;
using VoiceMed.Nlu.Dialogues;

namespace VoiceMed.Assistant.Dialogue;

/// <summary>The list an answer left on the screen: what "the second" and "next" refer to.</summary>
/// <param name="Intent">The intent that was answered with it.</param>
/// <param name="Result">The whole result behind it.</param>
/// <param name="Card">The card as shown.</param>
/// <param name="Focus">The number of the item in focus, from 1; 0 when none is.</param>
public sealed record ShownList(string Intent, LedgerResult Result, Card Card, int Focus)
{
    /// <summary>The records, in the order of their numbers.</summary>
    public IReadOnlyList<LedgerRecord> Records => Result.Records;

    /// <summary>The same for the dialogue: what opening each item needs.</summary>
    public IReadOnlyList<DialogueItem> Items => [.. Records.Select(record => record switch
    {
        DocumentInfo document => new DialogueItem(document.Id, document.Hospital.Value),
        HospitalVisit visit => new DialogueItem(visit.Id, visit.Hospital.Value),
        _ => new DialogueItem(record.Id),
    })];
}
