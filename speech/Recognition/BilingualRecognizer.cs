namespace VoiceMed.Speech.Recognition;

/// <summary>
/// Hears each utterance in two languages at once and keeps the better transcript. Not thread-safe, but for
/// <see cref="LeadingLanguage"/>; one a stream.
/// </summary>
public sealed class BilingualRecognizer : IUtteranceRecognizer
{
    private readonly PhraseRecognizer first;
    private readonly PhraseRecognizer second;
    private volatile string leadingLanguage;

    /// <summary>Joins two recognisers, which it disposes with itself.</summary>
    /// <param name="first">Leads at the start.</param>
    /// <param name="second">Of the other language.</param>
    public BilingualRecognizer(PhraseRecognizer first, PhraseRecognizer second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        this.first = first;
        this.second = second;
        leadingLanguage = first.Language;
    }

    /// <summary>The language that wins when both transcripts are equally good: that of the last understood turn. The host sets it.</summary>
    public string LeadingLanguage
    {
        get => leadingLanguage;
        set => leadingLanguage = value;
    }

    /// <inheritdoc/>
    public string PartialText => Leading.PartialText;

    private PhraseRecognizer Leading => second.Language == leadingLanguage ? second : first;

    /// <summary>Which of two transcripts of one utterance is better: the one to act on, then the more confident one.</summary>
    /// <param name="leading">Wins a tie.</param>
    /// <param name="other">The same utterance in the other language.</param>
    public static Transcript Better(Transcript leading, Transcript other)
    {
        ArgumentNullException.ThrowIfNull(leading);
        ArgumentNullException.ThrowIfNull(other);
        return other.Confidence > leading.Confidence + 0.05 ? other : leading;
    }

    /// <inheritdoc/>
    public void Accept(ReadOnlySpan<short> samples)
    {
        first.Accept(samples);
        second.Accept(samples);
    }

    /// <inheritdoc/>
    public Transcript Finish()
    {
        var (one, other) = (first.Finish(), second.Finish());
        return Leading == first ? Better(one, other) : Better(other, one);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        first.Reset();
        second.Reset();
    }

    /// <inheritdoc/>
    public void Recycle()
    {
        first.Recycle();
        second.Recycle();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
    }
}
