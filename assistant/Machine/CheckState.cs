using System.Text.Json.Serialization;

namespace VoiceMed.Assistant.Machine;

/// <summary>Whether a part of the machine serves.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckState>))]
public enum CheckState
{
    /// <summary>It serves.</summary>
    [JsonStringEnumMemberName("ok")] Ok,

    /// <summary>VoiceMed works without it, with less.</summary>
    [JsonStringEnumMemberName("optional")] Optional,

    /// <summary>VoiceMed cannot work without it.</summary>
    [JsonStringEnumMemberName("missing")] Missing,
}
