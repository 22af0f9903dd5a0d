using VoiceMed.LedgerClient.Fabric.Identity;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>Hash and per-call deadlines of a <see cref="Gateway"/>. Immutable and thread-safe; the deadlines are those of Fabric's samples.</summary>
public sealed record GatewayOptions
{
    /// <summary>What signers are given. Default SHA-256.</summary>
    public SignatureHash Hash { get; init; } = SignatureHash.Sha256;

    /// <summary>Deadline of one evaluation; null for none. Default 5 s.</summary>
    public TimeSpan? EvaluateTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Deadline of collecting endorsements; null for none. Default 15 s.</summary>
    public TimeSpan? EndorseTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Deadline of handing a transaction to the orderers; null for none. Default 5 s.</summary>
    public TimeSpan? SubmitTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Deadline of one question for a commit status; the peer answers when the block comes. Null for none. Default 60 s.</summary>
    public TimeSpan? CommitStatusTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Where the time in channel headers comes from. Default the system's clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
