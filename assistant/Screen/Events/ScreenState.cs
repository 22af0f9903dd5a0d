using System.Text.Json.Serialization;

namespace VoiceMed.Assistant.Screen.Events;

/// <summary>What the assistant is doing, as the screen shows it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScreenState>))]
public enum ScreenState
{
    /// <summary>Waits for the wake word.</summary>
    [JsonStringEnumMemberName("asleep")] Asleep,

    /// <summary>Hears an utterance, or waits for one that needs no wake word.</summary>
    [JsonStringEnumMemberName("listening")] Listening,

    /// <summary>The utterance has ended and is being answered.</summary>
    [JsonStringEnumMemberName("thinking")] Thinking,

    /// <summary>Speaks. Speech over it stops it and is listened to.</summary>
    [JsonStringEnumMemberName("speaking")] Speaking,

    /// <summary>Nobody is trusted: nothing of a patient is shown.</summary>
    [JsonStringEnumMemberName("locked")] Locked,
}
