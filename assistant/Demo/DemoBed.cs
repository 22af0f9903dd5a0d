namespace VoiceMed.Assistant.Demo;

/// <summary>Where the recorded conversation takes place.</summary>
public sealed class DemoBed
{
    /// <summary>The hospital's identifier.</summary>
    public required string Hospital { get; init; }

    /// <summary>The bed, for example <c>3-2</c>.</summary>
    public required string Bed { get; init; }
}
