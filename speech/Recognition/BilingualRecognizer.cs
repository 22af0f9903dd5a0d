namespace VoiceMed.Speech.Recognition;

/// <summary>
/// Hears each utterance in two languages at once and keeps the better transcript. Not thread-safe, but for
/// <see cref="LeadingLanguage"/>; one a stream.
/// </summary>
public sealed class BilingualRecognizer : IUtteranceRecognizer
{
    /// <summary>Log-likelihoods closer than this, in natural log units, are a tie.</summary>
    public const double TieLogLikelihood = 4;

    /// <summary>Confidences closer than this are a tie.</summary>
    public const double TieConfidence = 0.05;

    private readonly PhraseRecognizer first;
    private readonly PhraseRecognizer second;
    private readonly bool sharedAcousticModel;
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
        sharedAcousticModel = first.Model.SharesAcousticModel(second.Model);
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

    /// <summary>Which of two transcripts of one utterance is better.</summary>
    /// <remarks>
    /// With one acoustic model under both languages, the one whose free decoding explains the sound better; otherwise the more
    /// confident one. The leading language wins within <see cref="TieLogLikelihood"/> or <see cref="TieConfidence"/>.
    /// </remarks>
    /// <param name="leading">Wins a tie.</param>
    /// <param name="other">The same utterance in the other language.</param>
    /// <param name="sharedAcousticModel">Whether the log-likelihoods can be compared.</param>
    public static Transcript Better(Transcript leading, Transcript other, bool sharedAcousticModel)
    {
        ArgumentNullException.ThrowIfNull(leading);
        ArgumentNullException.ThrowIfNull(other);
        var isOther = sharedAcousticModel
            ? other.LogLikelihood > leading.LogLikelihood + TieLogLikelihood
            : other.Confidence > leading.Confidence + TieConfidence;
        return isOther ? other : leading;
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
        return Leading == first ? Better(one, other, sharedAcousticModel) : Better(other, one, sharedAcousticModel);
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
