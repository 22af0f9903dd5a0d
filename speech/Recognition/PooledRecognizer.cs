using VoiceMed.Speech.Vosk;

namespace VoiceMed.Speech.Recognition;

/// <summary>
/// Hears one stream's utterances in one language or two. The leading language listens while one speaks; the other is asked at the end,
/// unless the first is sure. Not thread-safe, but for <see cref="LeadingLanguage"/>; one a stream. The recognisers come from shared pools.
/// </summary>
public sealed class PooledRecognizer : IUtteranceRecognizer
{
    /// <summary>Log-likelihoods closer than this, in natural log units, are a tie.</summary>
    public const double TieLogLikelihood = 4;

    /// <summary>Confidences closer than this are a tie.</summary>
    public const double TieConfidence = 0.05;

    /// <summary>
    /// A whole phrase of so many words that both decodings hear is in the language they listen for. Of 474 commands and sentences heard by the other
    /// language's model, clean and with white noise at 10 and 5 dB, none gave such a phrase; shorter ones did.
    /// </summary>
    public const int SureWords = 3;

    private readonly RecognizerPool first;
    private readonly RecognizerPool? second;
    private readonly bool sharedAcousticModel;
    private readonly SampleBuffer heard = new();
    private volatile string leadingLanguage;
    private RecognizerPool hearing;
    private PhraseRecognizer? recognizer;

    /// <summary>Joins the pools of one or two languages, which stay the caller's.</summary>
    /// <param name="first">Leads at the start.</param>
    /// <param name="second">Of the other language; null for none.</param>
    public PooledRecognizer(RecognizerPool first, RecognizerPool? second = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        this.first = first;
        this.second = second;
        hearing = first;
        leadingLanguage = first.Language;
        sharedAcousticModel = second is not null && first.Model.SharesAcousticModel(second.Model);
    }

    /// <summary>
    /// The language that listens while one speaks, and wins when both transcripts are equally good: that of the last understood turn. The host
    /// sets it; it holds from the next utterance on.
    /// </summary>
    public string LeadingLanguage
    {
        get => leadingLanguage;
        set => leadingLanguage = value;
    }

    /// <inheritdoc/>
    public string PartialText => recognizer?.PartialText ?? "";

    private RecognizerPool Leading => second?.Language == LeadingLanguage ? second : first;

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
        Begin();
        try
        {
            recognizer!.Accept(samples);
        }
        catch (VoskException)
        {
            Discard();
            throw;
        }

        if (second is not null)
        {
            heard.Append(samples);
        }
    }

    /// <inheritdoc/>
    public Transcript Finish()
    {
        Begin();
        try
        {
            var transcript = recognizer!.Finish();
            End();
            return second is null || IsSure(transcript)
                ? transcript
                : Better(transcript, HeardBy(hearing == first ? second : first), sharedAcousticModel);
        }
        catch (VoskException)
        {
            Discard();
            throw;
        }
        finally
        {
            heard.Clear();
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        recognizer?.Reset();
        End();
        heard.Clear();
    }

    /// <summary>Gives the recogniser of an utterance in progress back; the pools stay.</summary>
    public void Dispose() => Reset();

    private static bool IsSure(Transcript transcript) =>
        transcript is { Agreement: Agreement.Agree, IsWholePhrase: true, Words.Count: >= SureWords };

    private void Begin()
    {
        if (recognizer is null)
        {
            hearing = Leading;
            recognizer = hearing.Rent();
        }
    }

    private void End()
    {
        if (recognizer is not null)
        {
            hearing.Return(recognizer);
            recognizer = null;
        }
    }

    // One that failed is of no use to anybody.
    private void Discard()
    {
        recognizer?.Dispose();
        recognizer = null;
    }

    private Transcript HeardBy(RecognizerPool other)
    {
        var asked = other.Rent();
        var transcript = asked.Recognize(heard.Span);
        other.Return(asked);
        return transcript;
    }
}
