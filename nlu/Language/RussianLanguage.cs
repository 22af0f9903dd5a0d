using VoiceMed.Nlu.Language.Calendar;
using VoiceMed.Nlu.Language.Morphology.Russian;
using VoiceMed.Nlu.Language.Phonetics;

namespace VoiceMed.Nlu.Language;

/// <summary>Russian. Immutable and thread-safe.</summary>
public sealed class RussianLanguage : ILanguage
{
    private readonly EntityCatalogue _entities = EntityCatalogue.Create(LanguageCode.Russian, new RussianCalendarReader());

    /// <inheritdoc/>
    public string Code => LanguageCode.Russian;

    /// <inheritdoc/>
    public IInflector Inflector { get; } = new RussianInflector();

    /// <inheritdoc/>
    public ILemmatizer Lemmatizer { get; } = new RussianLemmatizer();

    /// <inheritdoc/>
    public IPhonetics Phonetics { get; } = new RussianPhonetics();

    /// <inheritdoc/>
    public IReplyGrammar Grammar { get; } = new RussianReplyGrammar();

    /// <inheritdoc/>
    public IEntityParser? EntityParser(string type) => _entities.Parser(type);

    /// <inheritdoc/>
    public IReadOnlyList<string> EntityExamples(string type) => RussianEntityExamples.Of(type);
}
