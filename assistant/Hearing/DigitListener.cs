using VoiceMed.Auth.Challenge;
using VoiceMed.Speech.Recognition;

namespace VoiceMed.Assistant.Hearing;

/// <summary>
/// Hears the answer to a digit challenge once more, expecting nothing but digits: a row of them, over a bad microphone above all, is lost
/// among thousands of other words. Thread-safe.
/// </summary>
/// <param name="recognizers">Make the recognisers.</param>
/// <param name="languages">The languages one may answer in.</param>
public sealed class DigitListener(RecognizerFactory recognizers, IReadOnlyList<string> languages)
{
    /// <summary>What was said, as an answer to a challenge.</summary>
    /// <param name="heard">The answer as it was recognised.</param>
    /// <param name="digits">The digits asked for.</param>
    /// <returns>
    /// The transcript itself where it says digits, right or wrong. Otherwise a reading that has the digits asked for, if there is one in any of the languages.
    /// </returns>
    public Transcript Hear(HeardUtterance heard, string digits)
    {
        ArgumentNullException.ThrowIfNull(heard);
        var transcript = heard.Transcript;
        if (SpokenDigits.Read(transcript.Text, transcript.Language) is not null)
        {
            return transcript;
        }

        var samples = heard.Utterance.Samples.Span;
        foreach (var language in languages)
        {
            if (recognizers.TranscribeAs(samples, language, SpokenDigits.Words(language)) is { } text && SpokenDigits.Read(text, language) == digits)
            {
                return transcript with { Text = text, Language = language };
            }
        }

        return transcript;
    }
}
