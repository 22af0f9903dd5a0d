namespace VoiceMed.Nlu.Packs.Yaml;

/// <summary>Reads one mapping strictly: every key is asked for, what is left over is an error. Reading goes on after errors.</summary>
internal sealed class MapReader
{
    private readonly YamlMap _map;
    private readonly MessageSink _sink;
    private readonly List<string> _known = [];

    public MapReader(YamlMap map, MessageSink sink)
    {
        _map = map;
        _sink = sink;
    }

    public SourcePosition Position => _map.Position;

    /// <summary>The key's value, or null when it does not stand here.</summary>
    public YamlValue? Value(string key)
    {
        _known.Add(key);
        return _map.Entries.FirstOrDefault(e => e.Key.Value == key)?.Value;
    }

    public YamlText? Text(string key) => Value(key) is { } value ? AsText(value, _sink, $"'{key}'") : null;

    public YamlText? RequiredText(string key)
    {
        var value = Value(key);
        if (value is not null)
            return AsText(value, _sink, $"'{key}'");
        _sink.Error(_map.Position, PackMessageCode.MissingKey, $"'{key}' is missing");
        return null;
    }

    public bool Flag(string key)
    {
        var text = Text(key);
        if (text is null)
            return false;
        if (text.Value is not ("true" or "false"))
            _sink.Error(text.Position, PackMessageCode.BadChoice, $"'{key}' is true or false, not '{text.Value}'");
        return text.Value == "true";
    }

    public YamlMap? Map(string key)
    {
        switch (Value(key))
        {
            case null:
                return null;
            case YamlMap map:
                return map;
            case { } other:
                _sink.Error(other.Position, PackMessageCode.WrongKind, $"'{key}' must be a mapping (name: value)");
                return null;
        }
    }

    /// <summary>A text or a list of texts.</summary>
    public IReadOnlyList<YamlText> Texts(string key) => Value(key) is { } value ? AsTexts(value, _sink, $"'{key}'") : [];

    public TEnum Choice<TEnum>(string key, TEnum otherwise)
        where TEnum : struct, Enum
    {
        var text = Text(key);
        if (text is null)
            return otherwise;
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (KebabCase(value.ToString()) == text.Value)
                return value;
        }

        var choices = Enum.GetNames<TEnum>().Select(KebabCase).ToArray();
        _sink.Error(text.Position, PackMessageCode.BadChoice,
            $"'{key}' is one of {string.Join(", ", choices)}, not '{text.Value}'{MessageSink.DidYouMean(text.Value, choices)}");
        return otherwise;
    }

    /// <summary>Reports every key that was never asked for.</summary>
    public void RejectUnknown()
    {
        foreach (var entry in _map.Entries.Where(e => !_known.Contains(e.Key.Value)))
        {
            _sink.Error(entry.Key.Position, PackMessageCode.UnknownKey,
                $"unknown key '{entry.Key.Value}'{MessageSink.DidYouMean(entry.Key.Value, _known)}; known here: {string.Join(", ", _known)}");
        }
    }

    public static YamlText? AsText(YamlValue value, MessageSink sink, string what)
    {
        if (value is not YamlText text)
            sink.Error(value.Position, PackMessageCode.WrongKind, $"{what} must be text");
        else if (string.IsNullOrWhiteSpace(text.Value))
            sink.Error(value.Position, PackMessageCode.Empty, $"{what} is empty");
        else
            return text;
        return null;
    }

    public static IReadOnlyList<YamlText> AsTexts(YamlValue value, MessageSink sink, string what)
    {
        if (value is YamlList list)
        {
            if (list.Items.Count == 0)
                sink.Error(list.Position, PackMessageCode.Empty, $"{what} is an empty list");
            return [.. list.Items.Select(i => AsText(i, sink, "an item of " + what)).OfType<YamlText>()];
        }

        if (value is YamlMap)
        {
            sink.Error(value.Position, PackMessageCode.WrongKind, $"{what} must be text or a list of texts");
            return [];
        }

        return AsText(value, sink, what) is { } text ? [text] : [];
    }

    private static string KebabCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
