namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>One measured value.</summary>
/// <param name="Time">When, ISO 8601 in UTC; the page shows it in the ward's time zone.</param>
/// <param name="Value">The value; systolic for blood pressure.</param>
/// <param name="SecondValue">Diastolic for blood pressure, else null.</param>
public sealed record VitalPoint(string Time, decimal Value, decimal? SecondValue);
