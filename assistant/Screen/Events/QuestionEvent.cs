namespace VoiceMed.Assistant.Screen.Events;

/// <summary>The assistant asks and waits for yes or no, by voice or touch: "Мария Иванова, 12 марта 1956 года?"</summary>
/// <param name="Question">The question's identifier.</param>
/// <param name="Text">The question; null text withdraws it.</param>
public sealed record QuestionEvent(string Question, string? Text) : ScreenEvent;
