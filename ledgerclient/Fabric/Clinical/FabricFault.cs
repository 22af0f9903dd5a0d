using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric.Errors;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>Says of a failed Fabric call who has to act: the asker, whoever runs the network, or the security officer.</summary>
internal static class FabricFault
{
    private const string Marker = "refused|";

    public static bool IsOne(Exception fault) =>
        fault is GatewayException or CommitException or OutcomeUnknownException or TamperedAnswerException or FormatException;

    public static LedgerException Translate(Exception fault) => fault switch
    {
        GatewayException call => Translate(call),
        CommitException { IsConflict: true } => Unavailable("fabric.conflict", "Others kept changing the same records; try again.", fault),
        CommitException => Unavailable("fabric.invalid", "The network found the transaction invalid; its operator has to look at it.", fault),
        OutcomeUnknownException => Unavailable(
            "fabric.outcome-unknown", "The transaction was handed over and its outcome is unknown; the same may be sent again with the same key.", fault),
        _ => new LedgerTamperedException("fabric.answer", "The peer's answer does not belong to what was asked.", fault),
    };

    private static LedgerException Translate(GatewayException call)
    {
        if (Refused(call) is { } refused) return refused;
        return call.Family switch
        {
            GatewayErrorFamily.ChaincodeRefused => Unavailable("fabric.chaincode", "The chaincode failed; is it the version this program needs?", call),
            GatewayErrorFamily.Denied => new LedgerRejectedException(
                "fabric.denied", "The network does not accept this identity; it may be expired, revoked or of another organisation.", null, call),
            GatewayErrorFamily.Misconfigured => Unavailable("fabric.misconfigured", "The channel, the chaincode or the endorsement plan is not there.", call),
            GatewayErrorFamily.EndorsementFailed => Unavailable("fabric.endorsement", "The organisations' peers did not endorse the transaction.", call),
            GatewayErrorFamily.Overloaded => Unavailable("fabric.overloaded", "The peer is overloaded; try again in a moment.", call),
            GatewayErrorFamily.TimedOut => Unavailable("fabric.timeout", "The network did not answer in time.", call),
            GatewayErrorFamily.Malformed => Unavailable("fabric.malformed", "The peer's answer makes no sense.", call),
            _ => Unavailable("fabric.unreachable", "No peer or orderer of the network could be reached.", call),
        };
    }

    private static LedgerRejectedException? Refused(GatewayException call)
    {
        var text = call.Response?.Message ?? "";
        var marker = text.IndexOf(Marker, StringComparison.Ordinal);
        if (marker < 0 || text[(marker + Marker.Length)..].Split('|', 3) is not [var code, var rule, var message]) return null;
        return new LedgerRejectedException(code, message, rule, call);
    }

    private static LedgerUnavailableException Unavailable(string code, string message, Exception cause) => new(code, message, cause);
}
