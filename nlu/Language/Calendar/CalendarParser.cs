namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>The built-in entities <c>date</c>, <c>period</c> and <c>time</c> of one language.</summary>
internal sealed class CalendarParser : IEntityParser
{
    private readonly Read _read;

    private CalendarParser(Read read) => _read = read;

    private delegate bool Read(ReadOnlySpan<string> tokens, ref int at, out string value);

    /// <summary>A parser of days.</summary>
    public static CalendarParser Date(ICalendarReader reader) => new(reader.TryReadDay);

    /// <summary>A parser of periods.</summary>
    public static CalendarParser Period(ICalendarReader reader) => new(reader.TryReadPeriod);

    /// <summary>A parser of times of day.</summary>
    public static CalendarParser Time(ICalendarReader reader) => new(reader.TryReadTime);

    /// <inheritdoc/>
    public bool TryParse(ReadOnlySpan<string> tokens, int start, out ParsedEntity entity)
    {
        entity = default;
        var at = start;
        if (start < 0 || start >= tokens.Length || !_read(tokens, ref at, out var value))
            return false;
        entity = new ParsedEntity(value, at - start);
        return true;
    }
}
