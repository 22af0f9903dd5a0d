using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VoiceMed.Nlu.Packs.Yaml;

/// <summary>
/// Reads the plain part of YAML that packs use, with positions. Anchors, aliases, tags and several documents are refused:
/// they serve no reader, and aliases are how small files become huge ones.
/// </summary>
internal sealed class YamlFile
{
    private const int MaximumDepth = 24;
    private readonly string _file;
    private readonly MessageSink _sink;
    private readonly Parser _parser;

    private YamlFile(string file, string text, MessageSink sink)
    {
        _file = file;
        _sink = sink;
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>The document's top node, or null when there is none or it is not YAML (which <paramref name="sink"/> then says).</summary>
    public static YamlValue? Read(string file, string text, MessageSink sink)
    {
        try
        {
            return new YamlFile(file, text, sink).Document();
        }
        catch (YamlException e)
        {
            var message = e.Message.ReplaceLineEndings(" ");
            sink.Error(new SourcePosition(file, Math.Max(1, (int)e.Start.Line), Math.Max(1, (int)e.Start.Column)), PackMessageCode.Syntax, message);
            return null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException or FormatException)
        {
            // YamlDotNet's scanner throws these on some malformed input instead of YamlException.
            sink.Error(new SourcePosition(file, 1, 1), PackMessageCode.Syntax, "not YAML: " + e.Message.ReplaceLineEndings(" "));
            return null;
        }
    }

    private YamlValue? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _sink.Error(new SourcePosition(_file, 1, 1), PackMessageCode.Empty, "the file is empty");
            return null;
        }

        _parser.Consume<DocumentStart>();
        var top = Value(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            _sink.Error(Position(second), PackMessageCode.Unsupported, "one document a file: remove '---'");
        return top;
    }

    private YamlValue Value(int depth)
    {
        if (depth > MaximumDepth)
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, $"nested deeper than {MaximumDepth} levels");
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            _sink.Error(Position(alias), PackMessageCode.Unsupported, "aliases are not supported: write the value out");
            return new YamlText(Position(alias), "", 0);
        }

        var node = _parser.Current as NodeEvent;
        if (node is not null && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
            _sink.Error(Position(node), PackMessageCode.Unsupported, "anchors and tags are not supported");
        if (_parser.TryConsume<Scalar>(out var scalar))
            return Text(scalar);
        if (_parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<YamlValue>();
            while (!_parser.TryConsume<SequenceEnd>(out _))
                items.Add(Value(depth + 1));
            return new YamlList(Position(sequence), items);
        }

        return Map(depth);
    }

    private YamlMap Map(int depth)
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Value(depth + 1);
            var value = Value(depth + 1);
            if (key is not YamlText text)
                _sink.Error(key.Position, PackMessageCode.WrongKind, "a key must be text");
            else if (!seen.Add(text.Value))
                _sink.Error(text.Position, PackMessageCode.DuplicateKey, $"'{text.Value}' stands here twice");
            else
                entries.Add(new YamlEntry(text, value));
        }

        return new YamlMap(Position(start), entries);
    }

    private YamlText Text(Scalar scalar)
    {
        var shift = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0;
        return new YamlText(Position(scalar), scalar.Value, shift);
    }

    private SourcePosition Position(ParsingEvent e) => new(_file, (int)e.Start.Line, (int)e.Start.Column);
}
