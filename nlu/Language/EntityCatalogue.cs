using System.Collections.Frozen;
using VoiceMed.Nlu.Language.Calendar;
using VoiceMed.Nlu.Language.Numbers;

namespace VoiceMed.Nlu.Language;

/// <summary>The built-in entity types of one language by name.</summary>
internal sealed class EntityCatalogue
{
    private readonly FrozenDictionary<string, IEntityParser> _parsers;

    private EntityCatalogue(Dictionary<string, IEntityParser> parsers) => _parsers = parsers.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The five types every language has.</summary>
    public static EntityCatalogue Create(string language, ICalendarReader calendar) => new(new Dictionary<string, IEntityParser>
    {
        ["number"] = new NumberParser(language),
        ["ordinal"] = new OrdinalParser(language),
        ["date"] = CalendarParser.Date(calendar),
        ["period"] = CalendarParser.Period(calendar),
        ["time"] = CalendarParser.Time(calendar),
    });

    /// <summary>The parser of a type, or null.</summary>
    public IEntityParser? Parser(string type) => _parsers.GetValueOrDefault(type);
}
