namespace VoiceMed.Nlu.Dialogues;

/// <summary>What the assistant is to do after an utterance.</summary>
public enum DialogueAct
{
    /// <summary>Carry the intent out.</summary>
    Execute,

    /// <summary>Ask for the missing slot.</summary>
    AskSlot,

    /// <summary>Several values fit what was said: let the person choose.</summary>
    Choose,

    /// <summary>Ask for an explicit confirmation.</summary>
    AskConfirmation,

    /// <summary>The number said is not on the screen.</summary>
    NoSuchItem,

    /// <summary>The open question was dropped.</summary>
    Cancelled,

    /// <summary>Say that it was not understood.</summary>
    NotUnderstood,
}
