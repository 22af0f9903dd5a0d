using System.Globalization;
using NodaTime;

namespace VoiceMed.Nlu.Language.Numbers;

/// <summary>The built-in entity <c>number</c>: a count in words or digits; the value is digits.</summary>
/// <param name="language">"ru" or "en".</param>
public sealed class NumberParser(string language) : IEntityParser
{
    /// <inheritdoc/>
    public bool TryParse(IReadOnlyList<string> tokens, int start, LocalDate today, out ParsedEntity entity)
    {
        var found = NumberWords.TryRead(tokens, start, language, out var value, out var length);
        entity = found ? new ParsedEntity(value.ToString(CultureInfo.InvariantCulture), length) : default;
        return found;
    }
}
