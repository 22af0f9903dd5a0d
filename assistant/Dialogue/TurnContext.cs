using VoiceMed.Assistant.Asking;
using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.Screen;
using VoiceMed.LedgerClient.Access;
using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Assistant.Dialogue;

/// <summary>All that a handler needs to carry out one intent.</summary>
public sealed record TurnContext
{
    /// <summary>The turn's identifier, the same as in the audit.</summary>
    public required string Turn { get; init; }

    /// <summary><c>ru</c> or <c>en</c>: the language of the turn.</summary>
    public required string Language { get; init; }

    /// <summary>What was meant.</summary>
    public required IntentMatch Match { get; init; }

    /// <summary>What the conversation remembers.</summary>
    public required ConversationState State { get; init; }

    /// <summary>The terminal that asks.</summary>
    public required BedsideTerminal Terminal { get; init; }

    /// <summary>On whose behalf.</summary>
    public required AccessContext Access { get; init; }

    /// <summary>The doctor who asks, or null where the intent needs none.</summary>
    public DoctorIdentity? Doctor { get; init; }

    /// <summary>What the ledger was asked in this turn, filled in by the handler.</summary>
    public LedgerCall? Asked { get; set; }

    /// <summary>A slot's canonical value, or null.</summary>
    public string? Slot(string name) => Match.Slots.TryGetValue(name, out var value) ? value.Value : null;
}
