using System.Security.Cryptography;

namespace VoiceMed.Assistant.Hosting;

/// <summary>What only some callers of <see cref="AssistantHost.OpenAsync"/> want otherwise.</summary>
public sealed record AssistantHostOptions
{
    /// <summary>Draws a challenge's digits, given how many. Default: at random from the system's generator. The demo's recording can only answer fixed ones.</summary>
    public Func<int, string> Digits { get; init; } = static count => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + RandomNumberGenerator.GetInt32(10))));

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
