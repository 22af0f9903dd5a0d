using VoiceMed.LedgerClient.Records;
using VoiceMed.Nlu;
using VoiceMed.Nlu.Dialogues;
using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Assistant.Dialogue;

/// <summary>
/// What one screen's conversation remembers between turns. Changing the patient forgets everything about the former one.
/// Not thread-safe.
/// </summary>
/// <param name="intents">Gives the intents in force.</param>
public sealed class ConversationState(Func<IntentSet> intents)
{
    private readonly Stack<ShownList> _earlier = new();

    /// <summary>The leading language, <c>ru</c> or <c>en</c>: that of the last understood turn.</summary>
    public string Language { get; set; } = "ru";

    /// <summary>The language the screen's own words are in; it follows <see cref="Language"/> at the end of a turn.</summary>
    public string ShownLanguage { get; set; } = "ru";

    /// <summary>What the words refer to: follow-ups, corrections, missing pieces.</summary>
    public Nlu.Dialogues.Dialogue Dialogue { get; } = new(intents);

    /// <summary>The patient the conversation is about, or null.</summary>
    public CurrentPatient? Patient { get; private set; }

    /// <summary>What the assistant has asked and waits to hear, or null.</summary>
    public OpenQuestion? Question { get; set; }

    /// <summary>The intent that waits for a challenge to be met, or null.</summary>
    public IntentMatch? Challenged { get; set; }

    /// <summary>The emergency access that was opened for this patient, or null. The ledger knows when it ends.</summary>
    public string? Emergency { get; set; }

    /// <summary>The list on the screen, or null.</summary>
    public ShownList? List { get; private set; }

    /// <summary>The opened document, or null.</summary>
    public DocumentContent? Document { get; set; }

    /// <summary>What was said last, for "repeat"; empty before anything was.</summary>
    public string LastSpeech { get; set; } = string.Empty;

    /// <summary>Loudness of the synthesised voice in percent, 0 to 100.</summary>
    public int Volume { get; set; } = 80;

    /// <summary>True while answers stay silent.</summary>
    public bool Silent { get; set; }

    /// <summary>Puts a list on the screen; the one before can be returned to.</summary>
    public void Show(ShownList list)
    {
        if (List is { } former)
        {
            _earlier.Push(former);
        }

        List = list;
    }

    /// <summary>Changes the list in place: another item is in focus.</summary>
    public void Refocus(ShownList list) => List = list;

    /// <summary>Returns to the list before; null when there is none.</summary>
    public ShownList? Back() => _earlier.TryPop(out var earlier) ? List = earlier : null;

    /// <summary>Changes the patient, and forgets whatever belonged to the former one.</summary>
    public void SetPatient(CurrentPatient? patient)
    {
        if (patient?.Record.Patient != Patient?.Record.Patient)
        {
            ForgetAnswers();
        }

        Patient = patient;
        Dialogue.Context = Dialogue.Context.With("patient", patient?.Record.Patient.Value);
    }

    /// <summary>Forgets every answer, question and challenge; the patient stays.</summary>
    public void ForgetAnswers()
    {
        List = null;
        _earlier.Clear();
        Document = null;
        Question = null;
        Challenged = null;
        LastSpeech = string.Empty;
        Emergency = null;
        Dialogue.Reset();
        Dialogue.Context = Dialogue.Context.With("patient", Patient?.Record.Patient.Value);
    }

    /// <summary>Forgets everything: the session has ended.</summary>
    public void Forget()
    {
        SetPatient(null);
        ForgetAnswers();
    }
}
