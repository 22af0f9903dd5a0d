namespace VoiceMed.LedgerClient.Fabric.Errors;

/// <summary>Who has to act on a failed gateway call.</summary>
public enum GatewayErrorFamily
{
    /// <summary>The chaincode refused: a business rule said no. Asking again changes nothing.</summary>
    ChaincodeRefused,

    /// <summary>Identity, signature or access rights do not suffice.</summary>
    Denied,

    /// <summary>The call or the network's configuration is wrong: unknown chaincode or channel, no endorsement plan, malformed request.</summary>
    Misconfigured,

    /// <summary>Peers disagreed, crashed or could not endorse; a fresh proposal may succeed.</summary>
    EndorsementFailed,

    /// <summary>A peer asks for fewer calls. Wait, then repeat.</summary>
    Overloaded,

    /// <summary>No peer or orderer could be reached. Wait, then repeat.</summary>
    Unavailable,

    /// <summary>The deadline passed. What was submitted may still be committed.</summary>
    TimedOut,

    /// <summary>An answer that makes no sense: a broken or hostile peer.</summary>
    Malformed,
}
