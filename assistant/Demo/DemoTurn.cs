namespace VoiceMed.Assistant.Demo;

/// <summary>One turn of the recorded conversation.</summary>
public sealed class DemoTurn
{
    /// <summary>The clip, relative to the demo's audio folder.</summary>
    public required string Clip { get; init; }

    /// <summary>Who speaks in it: a doctor's identifier, or <c>visitor</c>.</summary>
    public required string Speaker { get; init; }

    /// <summary>What must come of it.</summary>
    public required DemoExpectation Expect { get; init; }
}
