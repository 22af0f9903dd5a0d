namespace VoiceMed.Assistant.Hosting;

/// <summary>The FHIRcast hub that tells a terminal about its patient.</summary>
public sealed class FhircastConfig
{
    /// <summary>The hub's address.</summary>
    public required string Hub { get; init; }

    /// <summary>The topic the hospital's system gives this terminal.</summary>
    public required string Topic { get; init; }

    /// <summary>The hub's bearer token, or null.</summary>
    public string? AccessToken { get; init; }
}
