using VoiceMed.Assistant.Rest.Problems;

namespace VoiceMed.Assistant.Rest.Callers;

/// <summary>Why the caller asks: HL7 v3 PurposeOfUse, stated on every request about data.</summary>
internal static class PurposeOfUse
{
    /// <summary>The request header.</summary>
    public const string Header = "Purpose-Of-Use";

    /// <summary>The codes taken.</summary>
    public static IReadOnlyList<string> Codes { get; } =
        ["TREAT", "ETREAT", "BTG", "HPAYMT", "HOPERAT", "PATRQT", "HRESCH", "PUBHLTH", "HSYSADMIN"];

    /// <summary>The purpose a request states.</summary>
    /// <exception cref="RestException">It states none, or one that is not known.</exception>
    public static string Of(HttpRequest request)
    {
        var purpose = request.Headers[Header].ToString().Trim();
        if (purpose.Length == 0)
        {
            throw new RestException(
                StatusCodes.Status400BadRequest, ProblemCode.PurposeMissing, $"State why you ask in the header {Header}, for example TREAT.");
        }

        return Codes.Contains(purpose)
            ? purpose
            : throw new RestException(
                StatusCodes.Status400BadRequest, ProblemCode.PurposeUnknown, $"{Header} must be one of {string.Join(", ", Codes)}.");
    }
}
