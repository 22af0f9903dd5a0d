namespace VoiceMed.Assistant.Demo;

/// <summary>What must come of a recorded turn; the demo fails when it does not.</summary>
public sealed class DemoExpectation
{
    /// <summary>The intent's identifier.</summary>
    public required string Intent { get; init; }

    /// <summary>The outcome's name.</summary>
    public required string Outcome { get; init; }
}
