namespace VoiceMed.Assistant.Bench;

/// <summary>Where a program under measurement listens.</summary>
/// <param name="Socket">The screens' WebSocket.</param>
internal sealed record HouseAddress(Uri Socket);
