namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>Whether a package or device is genuine.</summary>
public sealed record ResourceCard : Card
{
    /// <summary><c>genuine</c>, <c>expired</c>, <c>recalled</c>, <c>unknown</c> or <c>already-used</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The code that was asked about.</summary>
    public required string Code { get; init; }

    /// <summary>What it is, or null when unknown.</summary>
    public string? Name { get; init; }

    /// <summary>Maker, batch, expiry and owners, name and value, in the order to show them.</summary>
    public required IReadOnlyDictionary<string, string> Details { get; init; }
}
