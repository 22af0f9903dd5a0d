namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>
/// The loudspeaker began or ended a spoken answer. Between the two, what the microphone hears may be our own voice, which
/// never counts as a speaker.
/// </summary>
/// <param name="Say">The answer's number from <see cref="Events.SayEvent.Say"/>.</param>
/// <param name="Playing">True when it began, false when it ended or was stopped.</param>
public sealed record PlaybackCommand(long Say, bool Playing) : ScreenCommand;
