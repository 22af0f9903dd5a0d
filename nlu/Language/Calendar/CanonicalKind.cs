namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>The kinds of canonical dates and periods.</summary>
internal enum CanonicalKind
{
    /// <summary>A word: <c>today</c>, <c>last-week</c>, <c>spring</c>.</summary>
    Named,

    /// <summary>The last so many units: <c>P3M</c>.</summary>
    Span,

    /// <summary>So many units back: <c>-P2W</c>.</summary>
    Ago,

    /// <summary><c>2025</c>.</summary>
    Year,

    /// <summary><c>2025-03</c>, <c>--03</c>.</summary>
    Month,

    /// <summary><c>2025-03-03</c>, <c>--03-03</c>.</summary>
    Day,
}
