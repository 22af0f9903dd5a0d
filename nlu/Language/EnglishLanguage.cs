using VoiceMed.Nlu.Language.Calendar;
using VoiceMed.Nlu.Language.Morphology.English;
using VoiceMed.Nlu.Language.Phonetics;

namespace VoiceMed.Nlu.Language;

/// <summary>English. Immutable and thread-safe.</summary>
public sealed class EnglishLanguage : ILanguage
{
    private readonly EntityCatalogue _entities = EntityCatalogue.Create(LanguageCode.English, new EnglishCalendarReader());

    /// <inheritdoc/>
    public string Code => LanguageCode.English;

    /// <inheritdoc/>
    public IInflector Inflector { get; } = new EnglishInflector();

    /// <inheritdoc/>
    public ILemmatizer Lemmatizer { get; } = new EnglishLemmatizer();

    /// <inheritdoc/>
    public IPhonetics Phonetics { get; } = new EnglishPhonetics();

    /// <inheritdoc/>
    public IReplyGrammar Grammar { get; } = new EnglishReplyGrammar();

    /// <inheritdoc/>
    public IEntityParser? EntityParser(string type) => _entities.Parser(type);

    /// <inheritdoc/>
    public IReadOnlyList<string> EntityExamples(string type) => EnglishEntityExamples.Of(type);
}
