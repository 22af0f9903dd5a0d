using System.Globalization;

namespace VoiceMed.Nlu.Language.Numbers;

/// <summary>The built-in entity <c>number</c>: a count in words or digits ("три", "36.6"); the value is digits.</summary>
/// <param name="language">"ru" or "en".</param>
public sealed class NumberParser(string language) : IEntityParser
{
    /// <inheritdoc/>
    public bool TryParse(ReadOnlySpan<string> tokens, int start, out ParsedEntity entity)
    {
        entity = default;
        if (NumberWords.TryRead(tokens, start, language, out var value, out var length))
            entity = new ParsedEntity(value.ToString(CultureInfo.InvariantCulture), length);
        else if (start >= 0 && start < tokens.Length && Digits.IsDecimal(tokens[start]))
            entity = new ParsedEntity(tokens[start], 1);
        return entity.TokenCount > 0;
    }
}
