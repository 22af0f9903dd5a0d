using VoiceMed.Assistant.Pipeline.Reports;
using VoiceMed.Assistant.Screen.Events;

namespace VoiceMed.Assistant.Dialogue;

/// <summary>What a turn leaves: the report of its steps, and what the screen does.</summary>
/// <param name="Report">The steps. Its latency counts up to here; who shows the events completes it.</param>
/// <param name="Events">What the screen does, in order; speech is in the report's answer.</param>
/// <param name="StopSpeech">True when whatever is being said must stop.</param>
public sealed record TurnOutput(TurnReport Report, IReadOnlyList<ScreenEvent> Events, bool StopSpeech);
