using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Screen.Cards;
using VoiceMed.Assistant.Screen.Events;

namespace VoiceMed.Assistant.Dialogue;

/// <summary>What came of carrying out an intent.</summary>
public sealed record HandlerResult
{
    /// <summary>How the turn ended.</summary>
    public TurnOutcome Outcome { get; init; } = TurnOutcome.Answered;

    /// <summary>The stable code of what decided.</summary>
    public required string Reason { get; init; }

    /// <summary>What is said; empty for nothing.</summary>
    public string Speech { get; init; } = string.Empty;

    /// <summary>What is shown; null leaves the screen as it is.</summary>
    public Card? Card { get; init; }

    /// <summary>Other things the screen does, in order, before the card is shown.</summary>
    public IReadOnlyList<ScreenEvent> Events { get; init; } = [];

    /// <summary>True when the ledger has written the turn's audit entry while answering; else the conversation writes one.</summary>
    public bool Audited { get; init; }

    /// <summary>True when the answer may be spoken whatever its sensitivity, because it discloses nothing.</summary>
    public bool Harmless { get; init; }
}
