namespace VoiceMed.Assistant.Hosting;

/// <summary>What only some callers of <see cref="AssistantHost.OpenAsync"/> want otherwise.</summary>
public sealed record AssistantHostOptions
{
    /// <summary>A challenge's digits, where a recording must answer them. Default: null, which draws them at random.</summary>
    public string? Digits { get; init; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
