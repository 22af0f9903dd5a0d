namespace VoiceMed.Assistant.Pipeline.Reports;

/// <summary>Where a turn's time went, in milliseconds.</summary>
/// <param name="Endpointing">From the end of speech to the decision that it has ended; 0 for typed text.</param>
/// <param name="Recognition">From that decision to the final words.</param>
/// <param name="Speaker">From that decision to the speaker's evidence.</param>
/// <param name="Understanding">Parsing the words.</param>
/// <param name="Ledger">Waiting for the ledger and checking its proof.</param>
/// <param name="FirstOutput">From the end of speech to the first output on the screen, with everything above in it.</param>
public sealed record LatencyReport(
    double Endpointing, double Recognition, double Speaker, double Understanding, double Ledger, double FirstOutput);
