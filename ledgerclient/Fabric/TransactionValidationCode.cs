namespace VoiceMed.LedgerClient.Fabric;

/// <summary>
/// What the peers found when they validated a transaction in its block. Numbers are Fabric's (<c>TxValidationCode</c>, peer/transaction.proto).
/// </summary>
public enum TransactionValidationCode
{
    /// <summary>The transaction took effect.</summary>
    Valid = 0,

    /// <summary>The envelope was empty.</summary>
    NilEnvelope = 1,

    /// <summary>The payload cannot be read.</summary>
    BadPayload = 2,

    /// <summary>The header cannot be read.</summary>
    BadCommonHeader = 3,

    /// <summary>The creator's signature does not hold.</summary>
    BadCreatorSignature = 4,

    /// <summary>The transaction cannot be read.</summary>
    InvalidEndorserTransaction = 5,

    /// <summary>The configuration change does not hold.</summary>
    InvalidConfigTransaction = 6,

    /// <summary>The payload is of an unknown kind.</summary>
    UnsupportedTransactionPayload = 7,

    /// <summary>The transaction id is not the digest of nonce and creator.</summary>
    BadProposalTransactionId = 8,

    /// <summary>The same transaction stood in the ledger before: this second copy changed nothing, the first one counts.</summary>
    DuplicateTransactionId = 9,

    /// <summary>The endorsements do not satisfy the chaincode's policy.</summary>
    EndorsementPolicyFailure = 10,

    /// <summary>Another transaction changed first what this one had read. A fresh proposal may succeed.</summary>
    MvccReadConflict = 11,

    /// <summary>Another transaction changed first the range this one had read. A fresh proposal may succeed.</summary>
    PhantomReadConflict = 12,

    /// <summary>The transaction is of an unknown type.</summary>
    UnknownTransactionType = 13,

    /// <summary>The channel does not exist.</summary>
    TargetChainNotFound = 14,

    /// <summary>The transaction could not be encoded.</summary>
    MarshalTransactionError = 15,

    /// <summary>The transaction has no action.</summary>
    NilTransactionAction = 16,

    /// <summary>The chaincode's definition has been replaced.</summary>
    ExpiredChaincode = 17,

    /// <summary>The transaction was endorsed by another version of the chaincode.</summary>
    ChaincodeVersionConflict = 18,

    /// <summary>The header's extension cannot be read.</summary>
    BadHeaderExtension = 19,

    /// <summary>The channel header cannot be read.</summary>
    BadChannelHeader = 20,

    /// <summary>The endorsed response cannot be read.</summary>
    BadResponsePayload = 21,

    /// <summary>The read-write set cannot be read.</summary>
    BadReadWriteSet = 22,

    /// <summary>The transaction writes where it may not.</summary>
    IllegalWriteSet = 23,

    /// <summary>A key or value of the write set is malformed.</summary>
    InvalidWriteSet = 24,

    /// <summary>The chaincode is invalid.</summary>
    InvalidChaincode = 25,

    /// <summary>The transaction has not been validated yet.</summary>
    NotValidated = 254,

    /// <summary>Invalid for another reason; the peer's log says which.</summary>
    InvalidOtherReason = 255,
}
