using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Packs.Linking;
using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Nlu;

/// <summary>
/// The intents of all loaded packs, compiled: what <see cref="PackStore.Current"/> holds until the next reload.
/// Immutable and thread-safe.
/// </summary>
public sealed class IntentSet
{
    private readonly PackSet _set;
    private readonly PackOptions _options;
    private readonly Dictionary<string, UtteranceParser> _parsers;

    private IntentSet(PackSet set, PackOptions options, Dictionary<string, UtteranceParser> parsers)
    {
        _set = set;
        _options = options;
        _parsers = parsers;
    }

    /// <summary>All intents by identifier.</summary>
    public IReadOnlyDictionary<string, IntentContract> Intents => _set.Intents;

    /// <summary>The codes of the languages it understands.</summary>
    public IReadOnlyCollection<string> Languages => _parsers.Keys;

    internal PackSet Packs => _set;

    internal static IntentSet Compile(PackSet set, PackOptions options) => new(
        set, options,
        set.Languages.ToDictionary(l => l.Key, l => new UtteranceParser(LanguageEngine.Compile(set, l.Value, options)), StringComparer.Ordinal));

    /// <summary>Understands <paramref name="text"/>. Never throws on any text.</summary>
    /// <param name="text">What was heard; case and punctuation do not matter. Words beyond the first 60 are ignored.</param>
    /// <param name="language">A code of <see cref="Languages"/>.</param>
    /// <exception cref="ArgumentException">The language is not one of <see cref="Languages"/>.</exception>
    public ParseResult Parse(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parser(language).Parse(text);
    }

    /// <summary>The same intents with the values that <see cref="PackOptions.DynamicLists"/> gives now.</summary>
    internal IntentSet Refresh() => new(
        _set, _options, _parsers.ToDictionary(p => p.Key, p => new UtteranceParser(p.Value.Engine.Refresh(_set, _options)), StringComparer.Ordinal));

    internal UtteranceParser Parser(string language) =>
        _parsers.TryGetValue(language, out var parser)
            ? parser
            : throw new ArgumentException($"no pack speaks '{language}'; known: {string.Join(", ", _parsers.Keys)}", nameof(language));
}
