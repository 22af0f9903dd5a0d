namespace VoiceMed.Assistant.Screen.Fhircast;

/// <summary>Which hub tells a terminal about its patient.</summary>
public sealed record FhircastOptions
{
    /// <summary>The terminal the events are for.</summary>
    public required string Terminal { get; init; }

    /// <summary>The hub's address, to which the subscription is posted.</summary>
    public required Uri Hub { get; init; }

    /// <summary>The topic, an unguessable name the hospital's system gives this terminal.</summary>
    public required string Topic { get; init; }

    /// <summary>The bearer token of the hub, or null. Never logged.</summary>
    public string? AccessToken { get; init; }

    /// <summary>How long a subscription is asked for. Default 2 hours; it is renewed when the hub ends it.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long to wait after a failure before trying again; doubles up to 16 times as long. Default 2 s.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(2);
}
