using System.Text.Json.Serialization;

namespace VoiceMed.Assistant.Screen.Events;

/// <summary>How far the policy trusts the present speaker.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SpeakerTrust>))]
public enum SpeakerTrust
{
    /// <summary>Nobody has spoken yet, or the session was locked.</summary>
    [JsonStringEnumMemberName("none")] None,

    /// <summary>A doctor is recognised; trust is short of what a question needs, and a challenge would complete it.</summary>
    [JsonStringEnumMemberName("building")] Building,

    /// <summary>A doctor is recognised and trusted.</summary>
    [JsonStringEnumMemberName("trusted")] Trusted,

    /// <summary>The voice is not, or no longer, the doctor's.</summary>
    [JsonStringEnumMemberName("lost")] Lost,
}
