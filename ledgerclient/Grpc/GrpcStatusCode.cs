namespace VoiceMed.LedgerClient.Grpc;

/// <summary>
/// How a call ended, by the numbers that travel in <c>grpc-status</c>. Source: gRPC, doc/statuscodes.md.
/// </summary>
public enum GrpcStatusCode
{
    /// <summary>The call succeeded.</summary>
    Ok = 0,

    /// <summary>The call was cancelled, by the caller or by the peer.</summary>
    Cancelled = 1,

    /// <summary>The peer gave no better code. Fabric's gateway says this when a chaincode refuses an evaluation.</summary>
    Unknown = 2,

    /// <summary>The request itself is wrong, whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed. The call may have had its effect.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>What was to be created exists already.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota, a size limit or the peer's patience is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in the state the call needs.</summary>
    FailedPrecondition = 9,

    /// <summary>The call was given up, usually over a conflict.</summary>
    Aborted = 10,

    /// <summary>The call went past the valid range.</summary>
    OutOfRange = 11,

    /// <summary>The peer does not offer this method.</summary>
    Unimplemented = 12,

    /// <summary>Something is broken: a malformed answer, or a fault inside the peer.</summary>
    Internal = 13,

    /// <summary>The peer cannot be reached just now; trying again may help.</summary>
    Unavailable = 14,

    /// <summary>Data was lost beyond repair.</summary>
    DataLoss = 15,

    /// <summary>The caller has not shown who it is.</summary>
    Unauthenticated = 16,
}
