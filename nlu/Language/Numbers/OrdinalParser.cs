using System.Globalization;

namespace VoiceMed.Nlu.Language.Numbers;

/// <summary>The built-in entity <c>ordinal</c>: "второй", "twenty first", "3-го"; the value is digits, <c>-1</c> for "last".</summary>
/// <param name="language">"ru" or "en".</param>
public sealed class OrdinalParser(string language) : IEntityParser
{
    private const string LastValue = "-1";

    /// <inheritdoc/>
    public bool TryParse(ReadOnlySpan<string> tokens, int start, out ParsedEntity entity)
    {
        entity = default;
        if (start < 0 || start >= tokens.Length)
            return false;
        if (IsLast(tokens[start]))
            entity = new ParsedEntity(LastValue, 1);
        else if (OrdinalWords.TryRead(tokens, start, language, out var value, out var length))
            entity = new ParsedEntity(value.ToString(CultureInfo.InvariantCulture), length);
        return entity.TokenCount > 0;
    }

    private bool IsLast(string word) =>
        LanguageCode.IsRussian(language) ? word.StartsWith("последн", StringComparison.Ordinal) : word is "last" or "latest";
}
