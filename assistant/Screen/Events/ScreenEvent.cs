using System.Text.Json.Serialization;

namespace VoiceMed.Assistant.Screen.Events;

/// <summary>
/// One change of what the screen shows or says. On the wire: one JSON object with the name in <c>event</c> and the number in
/// <c>id</c>, except <see cref="SayAudioEvent"/>, which is a binary frame. Texts are in the session's language.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(StateEvent), "state")]
[JsonDerivedType(typeof(TranscriptEvent), "transcript")]
[JsonDerivedType(typeof(SpeakerEvent), "speaker")]
[JsonDerivedType(typeof(PatientEvent), "patient")]
[JsonDerivedType(typeof(CardEvent), "card")]
[JsonDerivedType(typeof(SayEvent), "say")]
[JsonDerivedType(typeof(StopSpeechEvent), "stopSpeech")]
[JsonDerivedType(typeof(RefusedEvent), "refused")]
[JsonDerivedType(typeof(NotUnderstoodEvent), "notUnderstood")]
[JsonDerivedType(typeof(ChallengeEvent), "challenge")]
[JsonDerivedType(typeof(QuestionEvent), "question")]
[JsonDerivedType(typeof(BlankEvent), "blank")]
[JsonDerivedType(typeof(HintsEvent), "hints")]
[JsonDerivedType(typeof(SettingsEvent), "settings")]
[JsonDerivedType(typeof(TurnEvent), "turn")]
[JsonDerivedType(typeof(ErrorEvent), "error")]
public abstract record ScreenEvent;
