using System.Text.Json.Serialization;

namespace VoiceMed.Assistant.Pipeline;

/// <summary>How a turn ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TurnOutcome>))]
public enum TurnOutcome
{
    /// <summary>The question was answered, or the wish carried out.</summary>
    [JsonStringEnumMemberName("answered")] Answered,

    /// <summary>Trust was short: digits or another factor were asked for, and the question waits.</summary>
    [JsonStringEnumMemberName("challenge")] Challenge,

    /// <summary>The assistant asked back: yes or no, which one, or a missing piece.</summary>
    [JsonStringEnumMemberName("confirm")] Confirm,

    /// <summary>This person may not have this.</summary>
    [JsonStringEnumMemberName("refused")] Refused,

    /// <summary>No intent fits what was heard.</summary>
    [JsonStringEnumMemberName("not-understood")] NotUnderstood,

    /// <summary>The question was understood and permitted, and could not be answered.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}
