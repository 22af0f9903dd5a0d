namespace VoiceMed.Assistant.Rest.Problems;

/// <summary>Ends a request with a problem of a stable code.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">The stable code, one of <see cref="ProblemCode"/> or of the ledger's.</param>
/// <param name="detail">What happened and what to do, in English, without patient data.</param>
internal sealed class RestException(int status, string code, string detail) : Exception(detail)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
