namespace VoiceMed.Assistant.Screen.Terminals;

/// <summary>Knows which token belongs to which bedside terminal. Thread-safe.</summary>
public interface ITerminalDirectory
{
    /// <summary>The terminal that holds <paramref name="token"/>, or null. Takes as long for a wrong token as for a right one.</summary>
    BedsideTerminal? Resolve(string token);
}
