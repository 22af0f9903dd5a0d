using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs;

namespace VoiceMed.Nlu.Templates;

/// <summary>
/// Parses the template language of the pack format (docs/integrators.md). Reports the first mistake of a template and gives
/// null then; never throws, whatever the text.
/// </summary>
public sealed class TemplateParser
{
    private const int MaximumLength = 4_000;
    private const int MaximumDepth = 20;
    private const int MaximumPermutation = 4;
    private readonly string _text;
    private readonly SourcePosition _start;
    private int _at;

    private TemplateParser(string text, SourcePosition start)
    {
        _text = text;
        _start = start;
    }

    /// <summary>Parses <paramref name="text"/>.</summary>
    /// <param name="text">The template.</param>
    /// <param name="start">Where its first character stands; offsets within the template are added to the column.</param>
    /// <param name="inflectByDefault">Lists: every word stands for its inflected forms unless written with '='.</param>
    /// <param name="error">The mistake, when null is returned.</param>
    public static TemplateNode? Parse(string text, SourcePosition start, bool inflectByDefault, out PackMessage? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        error = null;
        if (text.Length > MaximumLength)
        {
            error = new PackMessage(start, PackMessageCode.TemplateSyntax, $"a template has at most {MaximumLength} characters; split it into rules");
            return null;
        }

        var parser = new TemplateParser(text, start);
        try
        {
            return parser.Group('\0', inflectByDefault, 0);
        }
        catch (TemplateException e)
        {
            error = new PackMessage(start.Shift(e.Offset), PackMessageCode.TemplateSyntax, e.Message);
            return null;
        }
    }

    private TemplateNode Group(char close, bool inflected, int depth)
    {
        var opened = _at - 1;
        if (depth > MaximumDepth)
            throw new TemplateException(opened, $"brackets nested deeper than {MaximumDepth}; use rules");
        var parts = new List<TemplateNode>();
        var current = new List<TemplateNode>();
        var separator = '\0';
        for (; ; )
        {
            SkipSpace();
            if (_at == _text.Length)
            {
                if (close != '\0')
                    throw new TemplateException(opened, $"'{_text[opened]}' is never closed");
                break;
            }

            var c = _text[_at];
            if (c == close)
            {
                _at++;
                break;
            }

            if (c is '|' or ';')
            {
                if (close == '\0' && c == ';')
                    throw new TemplateException(_at, "';' stands only within brackets: (a; b)");
                if (separator != '\0' && separator != c)
                    throw new TemplateException(_at, "'|' and ';' cannot be mixed in one group; add brackets");
                separator = c;
                parts.Add(Sequence(current));
                current = [];
                _at++;
                continue;
            }

            current.Add(Item(inflected, depth));
        }

        parts.Add(Sequence(current));
        return Combine(parts, separator, opened);
    }

    private static TemplateNode Combine(List<TemplateNode> parts, char separator, int opened)
    {
        if (separator == '\0')
            return parts[0];
        if (parts.Any(p => p is TemplateNode.Sequence { Parts.Count: 0 }))
            throw new TemplateException(Math.Max(0, opened), $"an empty part beside '{separator}'; write [a|b] for an optional choice");
        if (separator == '|')
            return new TemplateNode.Choice(parts);
        if (parts.Count > MaximumPermutation)
            throw new TemplateException(Math.Max(0, opened), $"a permutation has at most {MaximumPermutation} parts, this one {parts.Count}");
        return new TemplateNode.Permutation(parts);
    }

    private TemplateNode Item(bool inflected, int depth)
    {
        var c = _text[_at];
        switch (c)
        {
            case '(':
                _at++;
                return NonEmpty(Group(')', inflected, depth + 1));
            case '[':
                _at++;
                return new TemplateNode.Choice([NonEmpty(Group(']', inflected, depth + 1)), new TemplateNode.Sequence([])]);
            case '{':
                return Slot();
            case '<':
                return Rule();
            case '~' or '=':
                return Operator(c == '~', depth);
            case ')' or ']' or '}' or '>':
                throw new TemplateException(_at, $"'{c}' without its opening bracket");
            default:
                return Words(inflected);
        }
    }

    private TemplateNode NonEmpty(TemplateNode group) =>
        group is TemplateNode.Sequence { Parts.Count: 0 } ? throw new TemplateException(_at - 1, "empty brackets") : group;

    private TemplateNode Operator(bool inflected, int depth)
    {
        var at = _at++;
        if (_at == _text.Length || char.IsWhiteSpace(_text[_at]) || _text[_at] is '~' or '=')
            throw new TemplateException(at, $"'{_text[at]}' stands right before a word or '('");
        if (_text[_at] is '{' or '<')
            throw new TemplateException(at, $"'{_text[at]}' cannot be applied to a slot or rule");
        return Item(inflected, depth);
    }

    private TemplateNode Slot()
    {
        var at = _at++;
        var name = Name(at, "slot");
        string? type = null;
        string? value = null;
        if (_at < _text.Length && _text[_at] == ':')
        {
            _at++;
            type = Name(at, "slot type");
        }
        else if (_at < _text.Length && _text[_at] == '=')
        {
            var start = ++_at;
            while (_at < _text.Length && _text[_at] != '}')
                _at++;
            value = _text[start.._at].Trim();
            if (value.Length == 0)
                throw new TemplateException(at, $"'{{{name}=}}' needs a value");
        }

        Expect('}', at);
        var position = _start.Shift(at);
        return value is null ? new TemplateNode.Slot(name, type, position) : new TemplateNode.Assign(name, value, position);
    }

    private TemplateNode.Rule Rule()
    {
        var at = _at++;
        var name = Name(at, "rule");
        Expect('>', at);
        return new TemplateNode.Rule(name, _start.Shift(at));
    }

    private string Name(int at, string what)
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '_' or '-' or '.'))
            _at++;
        return _at > start ? _text[start.._at] : throw new TemplateException(at, $"a {what}'s name is missing");
    }

    private void Expect(char close, int opened)
    {
        SkipSpace();
        if (_at == _text.Length || _text[_at] != close)
            throw new TemplateException(opened, $"'{_text[opened]}' is never closed by '{close}'");
        _at++;
    }

    private TemplateNode Words(bool inflected)
    {
        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('(' or ')' or '[' or ']' or '{' or '}' or '<' or '>' or '|' or ';' or '~' or '='))
            _at++;
        var words = TextNormalizer.Words(_text[start.._at]);
        var position = _start.Shift(start);
        return Sequence([.. words.Select(w => new TemplateNode.Word(w, inflected, position))]);
    }

    private static TemplateNode Sequence(List<TemplateNode> parts)
    {
        var flat = parts.SelectMany(p => p is TemplateNode.Sequence s ? s.Parts : [p]).ToArray();
        return flat.Length == 1 ? flat[0] : new TemplateNode.Sequence(flat);
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
    }

    private sealed class TemplateException(int offset, string message) : Exception(message)
    {
        public int Offset { get; } = Math.Max(0, offset);
    }
}
