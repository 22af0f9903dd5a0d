using System.Text;
using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs;

namespace VoiceMed.Nlu.Replies;

/// <summary>A parsed reply: text with values, functions and optional parts. Immutable and thread-safe.</summary>
public sealed class ReplyTemplate
{
    private const int MaximumDepth = 8;

    private ReplyTemplate(string text, IReadOnlyList<ReplyPart> parts)
    {
        Text = text;
        Parts = parts;
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    internal IReadOnlyList<ReplyPart> Parts { get; }

    /// <summary>The names of all lists that <c>spoken:</c> refers to.</summary>
    internal IEnumerable<string> Lists => Functions(Parts).Where(f => f.Name == "spoken").Select(f => f.Argument!);

    /// <summary>Parses <paramref name="text"/>; on a mistake gives null and the first <paramref name="error"/>. Never throws.</summary>
    public static ReplyTemplate? Parse(string text, SourcePosition start, out PackMessage? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = 0;
        var parts = ReadParts(text, ref at, 0, out var mistake);
        error = mistake is null ? null : new PackMessage(start.Shift(Math.Min(at, text.Length)), PackMessageCode.ReplySyntax, mistake);
        return mistake is null ? new ReplyTemplate(text, parts) : null;
    }

    private static List<ReplyPart> ReadParts(string text, ref int at, int depth, out string? mistake)
    {
        mistake = depth > MaximumDepth ? $"brackets nested deeper than {MaximumDepth}" : null;
        var opened = at - 1;
        var parts = new List<ReplyPart>();
        var literal = new StringBuilder();
        while (mistake is null && at < text.Length && !(text[at] == ']' && depth > 0))
        {
            var c = text[at];
            switch (c)
            {
                case '\\' when at + 1 < text.Length:
                    literal.Append(text[at + 1]);
                    at += 2;
                    break;
                case '[':
                    Flush(literal, parts);
                    at++;
                    parts.Add(new ReplyPart.Optional(ReadParts(text, ref at, depth + 1, out mistake)));
                    break;
                case '{':
                    Flush(literal, parts);
                    mistake = ReadValue(text, ref at, parts);
                    break;
                case ']' or '}':
                    mistake = $"'{c}' without its opening bracket (write \\{c} for the character itself)";
                    break;
                default:
                    literal.Append(c);
                    at++;
                    break;
            }
        }

        Flush(literal, parts);
        if (mistake is not null || depth == 0)
            return parts;
        if (at == text.Length)
        {
            at = opened;
            mistake = "'[' is never closed";
        }

        at++;
        return parts;
    }

    private static string? ReadValue(string text, ref int at, List<ReplyPart> parts)
    {
        var close = text.IndexOf('}', at);
        if (close < 0)
            return "'{' is never closed";
        var pieces = text[(at + 1)..close].Split('|');
        var name = pieces[0].Trim();
        if (name.Length == 0 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.')))
            return $"'{name}' is no value's name";
        var functions = new List<ReplyFunction>();
        foreach (var piece in pieces.Skip(1))
        {
            var colon = piece.IndexOf(':', StringComparison.Ordinal);
            var function = (colon < 0 ? piece : piece[..colon]).Trim();
            var argument = colon < 0 ? null : piece[(colon + 1)..].Trim();
            if (!ReplyFunction.Names.TryGetValue(function, out var takes))
                return $"'{function}' is no reply function{MessageSink.DidYouMean(function, ReplyFunction.Names.Keys)}; known: {string.Join(", ", ReplyFunction.Names.Keys)}";
            if (takes == true && string.IsNullOrEmpty(argument))
                return $"'{function}' needs an argument: {{{name}|{function}:…}}";
            if (takes == false && argument is not null)
                return $"'{function}' takes no argument";
            if (function == "case" && !Enum.TryParse<GrammaticalCase>(argument, true, out _))
                return $"'{argument}' is no case; known: {string.Join(", ", Enum.GetNames<GrammaticalCase>().Select(n => n.ToLowerInvariant()))}";
            functions.Add(new ReplyFunction(function, argument));
        }

        parts.Add(new ReplyPart.Value(name, functions));
        at = close + 1;
        return null;
    }

    private static void Flush(StringBuilder literal, List<ReplyPart> parts)
    {
        if (literal.Length > 0)
            parts.Add(new ReplyPart.Literal(literal.ToString()));
        literal.Clear();
    }

    private static IEnumerable<ReplyFunction> Functions(IEnumerable<ReplyPart> parts) => parts.SelectMany(p => p switch
    {
        ReplyPart.Value v => v.Functions,
        ReplyPart.Optional o => Functions(o.Parts),
        _ => [],
    });
}
