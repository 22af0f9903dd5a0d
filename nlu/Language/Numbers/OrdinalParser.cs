using System.Globalization;
using NodaTime;

namespace VoiceMed.Nlu.Language.Numbers;

/// <summary>The built-in entity <c>ordinal</c>: "второй", "twenty first", "3-го"; the value is digits.</summary>
/// <param name="language">"ru" or "en".</param>
public sealed class OrdinalParser(string language) : IEntityParser
{
    /// <inheritdoc/>
    public bool TryParse(IReadOnlyList<string> tokens, int start, LocalDate today, out ParsedEntity entity)
    {
        var found = OrdinalWords.TryRead(tokens, start, language, out var value, out var length);
        entity = found ? new ParsedEntity(value.ToString(CultureInfo.InvariantCulture), length) : default;
        return found;
    }
}
