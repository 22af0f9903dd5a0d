namespace VoiceMed.Speech.Models;

/// <summary>One model of the catalogue <c>models/models.json</c>.</summary>
public sealed record ModelEntry
{
    /// <summary>The name of the model and of its folder, for example <c>vosk-model-small-ru-0.22</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for.</summary>
    public required ModelKind Kind { get; init; }

    /// <summary><c>ru</c> or <c>en</c>; <see langword="null"/> when it serves any language.</summary>
    public string? Language { get; init; }

    /// <summary>What it is, in a few words.</summary>
    public required string Summary { get; init; }

    /// <summary>Whether it comes with the program.</summary>
    public bool Bundled { get; init; }

    /// <summary>The zip archive to install it from; <see langword="null"/> for bundled models.</summary>
    public Uri? Url { get; init; }

    /// <summary>The archive's size as its maker states it, rounded; for bundled models the exact size of their files. Bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>SHA-256 of the archive, lower-case hexadecimal; <see langword="null"/> when its maker publishes none.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The licence it is under.</summary>
    public required string Licence { get; init; }

    /// <summary>SHA-256 of each file by its path in the model's folder; <see langword="null"/> when not known.</summary>
    public IReadOnlyDictionary<string, string>? Files { get; init; }
}
