namespace VoiceMed.Ledger.Storage;

/// <summary>Where a ledger lies and how it writes.</summary>
public sealed record LedgerOptions
{
    /// <summary>The ledger's file. Its write-ahead log, lock and page digests lie beside it under the same name with <c>-wal</c>, <c>.lock</c>, <c>.pages</c>.</summary>
    public required string File { get; init; }

    /// <summary>The folder of the keys: apart from the file, so that a copy of the file is not a copy of the keys. Created with mode 0700.</summary>
    public required string KeysDirectory { get; init; }

    /// <summary>The channel's name. Default: <c>city</c>. Fixed when the ledger is created.</summary>
    public string Channel { get; init; } = "city";

    /// <summary>How many council members a new ledger gets. Default: 3.</summary>
    public int CouncilMembers { get; init; } = 3;

    /// <summary>How many of them must agree. Default: 2.</summary>
    public int CouncilThreshold { get; init; } = 2;

    /// <summary>The most appends that share one commit, 1 or more. Default: 512.</summary>
    public int GroupSize { get; init; } = 512;

    /// <summary>How many pages of write-ahead log are let grow before they go into the file. Default: 4000 (16 MB).</summary>
    public int LogPages { get; init; } = 4000;

    /// <summary>SQLite's page cache of each connection, the writer's and each of those who read at once, in KiB. Default: 16 MB.</summary>
    public int CacheKibibytes { get; init; } = 16 * 1024;

    /// <summary>The most pages of 4096 bytes the file may have, or null for as many as the disk holds. Beyond it appends fail as on a full disk.</summary>
    public int? MaxPages { get; init; }

    /// <summary>How many years after its newest fact a patient's record must be kept before it may be erased. Default: 25, the term of a Russian hospital's records.</summary>
    public int RetentionYears { get; init; } = 25;

    /// <summary>The SQLite VFS to go through, or null for the system's. The seam for storage that fails on purpose.</summary>
    public string? Vfs { get; init; }

    /// <summary>How often the council signs a checkpoint while the ledger is open and something is new. Default: one minute.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The usual places under one data folder: <c>ledger/ledger.db</c> and <c>keys/ledger</c>.</summary>
    public static LedgerOptions Under(string dataFolder) => new()
    {
        File = Path.Combine(dataFolder, "ledger", "ledger.db"),
        KeysDirectory = Path.Combine(dataFolder, "keys", "ledger"),
    };
}
