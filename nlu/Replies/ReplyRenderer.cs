using System.Globalization;
using System.Text;
using VoiceMed.Nlu.Language;

namespace VoiceMed.Nlu.Replies;

/// <summary>Fills reply templates with values in one language. Immutable and thread-safe.</summary>
/// <param name="language">The language's grammar.</param>
/// <param name="spoken">List name and canonical value to its first form, or null when unknown.</param>
internal sealed class ReplyRenderer(ILanguage language, Func<string, string, string?> spoken)
{
    /// <summary>The text; a value that is missing outside of an optional part is left out.</summary>
    public string Render(ReplyTemplate template, IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder();
        Append(template.Parts, values, text);
        return Tidy(text.ToString());
    }

    /// <summary>Whether every value outside of the optional parts is there.</summary>
    public static bool CanRender(ReplyTemplate template, IReadOnlyDictionary<string, string> values) =>
        template.Parts.OfType<ReplyPart.Value>().All(v => values.ContainsKey(v.Name));

    private bool Append(IReadOnlyList<ReplyPart> parts, IReadOnlyDictionary<string, string> values, StringBuilder text)
    {
        var complete = true;
        foreach (var part in parts)
        {
            switch (part)
            {
                case ReplyPart.Literal literal:
                    text.Append(literal.Text);
                    break;
                case ReplyPart.Value value when values.TryGetValue(value.Name, out var known) && known.Length > 0:
                    text.Append(value.Functions.Aggregate(known, Apply));
                    break;
                case ReplyPart.Value:
                    complete = false;
                    break;
                case ReplyPart.Optional optional:
                    var length = text.Length;
                    if (!Append(optional.Parts, values, text))
                        text.Length = length;
                    break;
            }
        }

        return complete;
    }

    private string Apply(string value, ReplyFunction function)
    {
        var grammar = language.Grammar;
        switch (function.Name)
        {
            case "plural":
                return Number(value) is { } count ? $"{value} {grammar.Plural(count, function.Argument!)}" : $"{value} {function.Argument}";
            case "noun":
                return Number(value) is { } number ? grammar.Plural(number, function.Argument!) : function.Argument!;
            case "words":
                return Number(value) is { } cardinal ? grammar.NumberWords(cardinal, GrammaticalCase.Nominative, function.Argument) : value;
            case "ordinal":
                return Number(value) is { } ordinal ? grammar.OrdinalWords(ordinal, GrammaticalCase.Nominative, function.Argument) : value;
            case "case":
                return grammar.InCase(value, Enum.Parse<GrammaticalCase>(function.Argument!, ignoreCase: true));
            case "spoken":
                return string.Join(", ", value.Split(',').Select(v => spoken(function.Argument!, v) ?? v));
            case "date":
                return grammar.Date(value);
            case "period":
                return grammar.Period(value);
            case "capitalize":
                return value.Length == 0 ? value : char.ToUpperInvariant(value[0]) + value[1..];
            case "lower":
                return value.Length == 0 ? value : char.ToLowerInvariant(value[0]) + value[1..];
            default:
                return value;
        }
    }

    private static long? Number(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '.' or ',' or ';' or ':' or '!' or '?' && tidy.Length > 0 && tidy[^1] == ' ')
                tidy.Length--;
            if (c == ' ' && (tidy.Length == 0 || tidy[^1] == ' '))
                continue;
            tidy.Append(c);
        }

        return tidy.ToString().TrimEnd();
    }
}
