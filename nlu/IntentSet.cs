using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Packs.Linking;
using VoiceMed.Nlu.Parsing;
using VoiceMed.Nlu.Replies;

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
    private readonly Dictionary<string, ReplyBook> _replies;

    private IntentSet(PackSet set, PackOptions options, Dictionary<string, UtteranceParser> parsers)
    {
        _set = set;
        _options = options;
        _parsers = parsers;
        _replies = set.Languages.ToDictionary(l => l.Key, l => new ReplyBook(l.Value), StringComparer.Ordinal);
    }

    /// <summary>All intents by identifier.</summary>
    public IReadOnlyDictionary<string, IntentContract> Intents => _set.Intents;

    /// <summary>The codes of the languages it understands.</summary>
    public IReadOnlyCollection<string> Languages => _parsers.Keys;

    internal PackSet Packs => _set;

    internal static IntentSet Compile(PackSet set, PackOptions options) => new(
        set, options,
        set.Languages.ToDictionary(l => l.Key, l => new UtteranceParser(LanguageEngine.Compile(set, l.Value, options), options.TrainOnTest), StringComparer.Ordinal));

    /// <summary>Understands <paramref name="text"/>. Never throws on any text.</summary>
    /// <param name="text">What was heard; case and punctuation do not matter. Words beyond the first 60 are ignored.</param>
    /// <param name="language">A code of <see cref="Languages"/>.</param>
    /// <exception cref="ArgumentException">The language is not one of <see cref="Languages"/>.</exception>
    public ParseResult Parse(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parser(language).Parse(text);
    }

    /// <summary>The slots that <paramref name="text"/> holds for an intent somebody else has chosen.</summary>
    /// <exception cref="ArgumentException">There is no such intent, or no pack speaks the language.</exception>
    public IntentMatch Fill(string intent, string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var contract = Intents.GetValueOrDefault(intent) ?? throw new ArgumentException($"there is no intent '{intent}'", nameof(intent));
        return new IntentMatch(contract, Parser(language).Slots.Find(TextNormalizer.Words(text), contract), 0, MatchSource.Dialogue, null);
    }

    /// <summary>
    /// The words of <paramref name="text"/> without the names, dates and numbers that could tell who a patient is: what is left may be
    /// shown to another program. Names are found in any inflection and however garbled; a name that stands in no list is not known
    /// to be one.
    /// </summary>
    /// <param name="text">What was heard.</param>
    /// <param name="language">A code of <see cref="Languages"/>.</param>
    /// <param name="lists">The lists that hold names, for example <c>person</c>.</param>
    /// <exception cref="ArgumentException">No pack speaks the language.</exception>
    public string WithoutIdentity(string text, string language, params IReadOnlyList<string> lists)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(lists);
        return IdentityMask.Apply(Parser(language).Engine, lists, TextNormalizer.Words(text));
    }

    /// <summary>
    /// Phrases for the recogniser's grammar: utterances of the tests, sentences sampled from the templates in every inflection,
    /// values of lists (persons and hospitals too), numbers, dates. Without digits or punctuation, each once.
    /// </summary>
    /// <param name="language">A code of <see cref="Languages"/>.</param>
    /// <param name="limit">At most so many; what is left out are sampled sentences. Default 6,000.</param>
    public IReadOnlyList<string> RecognitionPhrases(string language, int limit = 6_000) =>
        Sampling.RecognitionPhrases.Make(Parser(language).Engine, limit);

    /// <summary>Random sentences that the templates of an intent stand for, inflected words as written.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="language">A code of <see cref="Languages"/>.</param>
    /// <param name="count">At most so many of each template.</param>
    /// <param name="seed">The random sequence; the same seed gives the same sentences.</param>
    public IReadOnlyList<string> Sample(string intent, string language, int count, int seed)
    {
        var engine = Parser(language).Engine;
        var sampler = new Sampling.TemplateSampler(engine, inflect: false, (ulong)seed);
        var linked = engine.Intent(intent);
        return [.. linked.Sentences.SelectMany(s => sampler.Several(s, linked.Contract, count))];
    }

    /// <summary>The utterances of the packs' tests, out-of-scope and negative ones included, each once.</summary>
    public IReadOnlyList<string> TestUtterances(string language)
    {
        var linked = Parser(language).Engine.Linked;
        return [.. linked.Intents.SelectMany(i => i.Tests.SelectMany(t => t.Say).Concat(i.Negatives)).Select(u => u.Text).Distinct()];
    }

    /// <summary>The test utterances of each intent that has some.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> TestUtterancesByIntent(string language) =>
        Parser(language).Engine.Linked.Intents
            .Select(i => (i.Contract.Id, Utterances: (IReadOnlyList<string>)[.. i.Tests.SelectMany(t => t.Say).Select(u => u.Text).Distinct()]))
            .Where(i => i.Utterances.Count > 0).ToDictionary(i => i.Id, i => i.Utterances, StringComparer.Ordinal);

    /// <summary>The answer to an intent.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="outcome">One of <see cref="ReplyOutcome"/>.</param>
    /// <param name="language">A code of <see cref="Languages"/>.</param>
    /// <param name="values">Values for the templates, canonical; a value that is missing drops the optional part around it.</param>
    /// <param name="items">Values of each item, for <c>{items}</c>, <c>{first}</c>; the first item's values may also be used directly.</param>
    /// <param name="seed">Chooses among the variants.</param>
    /// <returns><see cref="Replies.Reply.Empty"/> when the packs have no reply for this outcome.</returns>
    public Reply Reply(
        string intent, string outcome, string language, IReadOnlyDictionary<string, string> values,
        IReadOnlyList<IReadOnlyDictionary<string, string>>? items = null, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Book(language).Reply(intent, outcome, values, items ?? [], seed);
    }

    /// <summary>The question for a missing slot, or null when the packs have none.</summary>
    public string? Prompt(string intent, string slot, string language, IReadOnlyDictionary<string, string> values, int seed = 0) =>
        Book(language).Prompt(intent, slot, values, seed);

    /// <summary>The question before an explicit confirmation, or null when the packs have none.</summary>
    public string? ConfirmationQuestion(string intent, string language, IReadOnlyDictionary<string, string> values, int seed = 0) =>
        Book(language).Confirm(intent, values, seed);

    /// <summary>One thing to say for an intent, or null.</summary>
    public string? Hint(string intent, string language) => Parser(language).Engine.Linked.Intents.FirstOrDefault(i => i.Contract.Id == intent)?.Hint;

    /// <summary>How a list value is said (its first form), or null when it has no words in this language.</summary>
    public string? Spoken(string list, string value, string language) => Book(language).Spoken(list, value);

    /// <summary>Trains the classifier of <paramref name="language"/> now instead of at the first utterance that needs it. Takes seconds.</summary>
    public void WarmUp(string language) => Parser(language).WarmUp();

    internal bool IsWarm(string language) => _parsers.TryGetValue(language, out var parser) && parser.IsWarm;

    /// <summary>The same intents with the values that <see cref="PackOptions.DynamicLists"/> gives now.</summary>
    internal IntentSet Refresh() => new(
        _set, _options, _parsers.ToDictionary(p => p.Key, p => p.Value.With(p.Value.Engine.Refresh(_set, _options)), StringComparer.Ordinal));

    private ReplyBook Book(string language) =>
        _replies.TryGetValue(language, out var book) ? book : throw new ArgumentException($"no pack speaks '{language}'", nameof(language));

    internal UtteranceParser Parser(string language) =>
        _parsers.TryGetValue(language, out var parser)
            ? parser
            : throw new ArgumentException($"no pack speaks '{language}'; known: {string.Join(", ", _parsers.Keys)}", nameof(language));
}
