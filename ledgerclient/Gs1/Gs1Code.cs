using NodaTime;

namespace VoiceMed.LedgerClient.Gs1;

/// <summary>What a QR code, a DataMatrix or a printed line says of a package or device. Immutable.</summary>
public sealed record Gs1Code
{
    /// <summary>All elements, in the order scanned.</summary>
    public required IReadOnlyList<Gs1Element> Elements { get; init; }

    /// <summary>The trade item, 14 digits (AI 01); null when the code names none.</summary>
    public string? Gtin { get; init; }

    /// <summary>The package's own number (AI 21), or null.</summary>
    public string? Serial { get; init; }

    /// <summary>The batch (AI 10), or null.</summary>
    public string? Batch { get; init; }

    /// <summary>The last day it may be used, inclusive (AI 17), or null.</summary>
    public LocalDate? Expiry { get; init; }

    /// <summary>The day it was made (AI 11), or null.</summary>
    public LocalDate? Produced { get; init; }
}
