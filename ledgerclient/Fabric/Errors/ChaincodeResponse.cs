using System.Globalization;

namespace VoiceMed.LedgerClient.Fabric.Errors;

/// <summary>A chaincode's own refusal, as peers pass it on: <c>chaincode response 500, no such visit</c>.</summary>
/// <param name="Status">The status the chaincode gave, 400 or more; contracts that throw give 500.</param>
/// <param name="Message">The chaincode's own words.</param>
public sealed record ChaincodeResponse(int Status, string Message)
{
    private const string Marker = "chaincode response ";

    /// <summary>Finds a chaincode's refusal in a peer's message.</summary>
    /// <param name="message">A status message or an <see cref="ErrorDetail.Message"/>.</param>
    /// <returns>Null when the words are the peer's own, for instance that it is overloaded.</returns>
    public static ChaincodeResponse? Find(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var marker = message.IndexOf(Marker, StringComparison.Ordinal);
        if (marker < 0) return null;
        var number = message.AsSpan(marker + Marker.Length);
        var comma = number.IndexOf(',');
        if (comma < 0 || !int.TryParse(number[..comma], NumberStyles.None, CultureInfo.InvariantCulture, out var status)) return null;
        return new ChaincodeResponse(status, number[(comma + 1)..].TrimStart().ToString());
    }
}
