namespace VoiceMed.Speech.Recognition;

/// <summary>
/// The estimated probability that every word of a transcript is right: logistic regressions of the evidence the two
/// decodings give, fitted on 1,580 decodings of 158 clips (clean, and with noise at 20, 10 and 5 dB), half of them with the
/// phrase said left out of the list. Figures and how they were got: docs/speech.md.
/// </summary>
internal static class Confidence
{
    // Beyond this many natural log units, more margin or lead says nothing more.
    private const double MarginLimit = 10;
    private const double LeadLimit = 8;

    /// <summary>For a text taken from the phrase list.</summary>
    /// <param name="grammarPosterior">Its share of the phrase list's decoding, 0 to 1.</param>
    /// <param name="freePosterior">Its share of the free decoding, 0 to 1.</param>
    /// <param name="margin">Its log-likelihood minus the free decoding's best.</param>
    internal static double OfPhrase(double grammarPosterior, double freePosterior, double margin) =>
        Logistic(1.04 + (3.19 * grammarPosterior) + (3.01 * freePosterior) + (2.83 * Math.Clamp(margin / MarginLimit, -1, 1)));

    /// <summary>For a text only the free decoding vouches for.</summary>
    /// <param name="posterior">Its share of the free decoding, 0 to 1.</param>
    /// <param name="lead">How far it is ahead of the next text, in natural log units.</param>
    internal static double OfFreeText(double posterior, double lead) =>
        Logistic(-3.74 + (6.12 * posterior) + (0.88 * Math.Min(lead / LeadLimit, 1)));

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
