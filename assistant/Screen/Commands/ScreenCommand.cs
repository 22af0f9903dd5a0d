using System.Text.Json.Serialization;

namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>Something done at the screen other than speaking. On the wire: one JSON object with the name in <c>command</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(QueryCommand), "query")]
[JsonDerivedType(typeof(SelectCommand), "select")]
[JsonDerivedType(typeof(PinCommand), "pin")]
[JsonDerivedType(typeof(BadgeCommand), "badge")]
[JsonDerivedType(typeof(WristbandCommand), "wristband")]
[JsonDerivedType(typeof(ResourceCommand), "resource")]
[JsonDerivedType(typeof(AnswerCommand), "answer")]
[JsonDerivedType(typeof(SettingsCommand), "settings")]
[JsonDerivedType(typeof(StopSpeakingCommand), "stopSpeaking")]
[JsonDerivedType(typeof(PlaybackCommand), "playback")]
[JsonDerivedType(typeof(LockCommand), "lock")]
[JsonDerivedType(typeof(EndSessionCommand), "endSession")]
[JsonDerivedType(typeof(ResumeCommand), "resume")]
[JsonDerivedType(typeof(PingCommand), "ping")]
public abstract record ScreenCommand;
