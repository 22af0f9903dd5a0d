namespace VoiceMed.Assistant.Hosting;

/// <summary>What only some callers of <see cref="AssistantHost.OpenAsync"/> want otherwise.</summary>
public sealed record AssistantHostOptions
{
    /// <summary>
    /// A challenge's digits, where a recording must answer them. Default: null, which draws them at random. Where recordings speak, the same
    /// sound comes again in the next session, so a screen then remembers nothing between sessions, and no template follows what is heard.
    /// </summary>
    public string? Digits { get; init; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
