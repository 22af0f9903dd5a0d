namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>Reads the calendar expressions of one language. Implementations are stateless.</summary>
internal interface ICalendarReader
{
    /// <summary>Reads a day: "третьего марта", "вчера", "last monday". Moves past it on success only.</summary>
    bool TryReadDay(ReadOnlySpan<string> tokens, ref int at, out string value);

    /// <summary>Reads a period with its preposition: "за последние три месяца", "с января", a day. Moves past it on success only.</summary>
    bool TryReadPeriod(ReadOnlySpan<string> tokens, ref int at, out string value);

    /// <summary>Reads a time of day: "в половине третьего", "half past two". Moves past it on success only.</summary>
    bool TryReadTime(ReadOnlySpan<string> tokens, ref int at, out string value);
}
