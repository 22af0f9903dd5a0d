namespace VoiceMed.Ledger.Contracts;

/// <summary>A contract refuses a call.</summary>
/// <param name="code">A stable code, for example <c>handover.not-on-shift</c>.</param>
/// <param name="message">One sentence for the caller.</param>
public sealed class ContractException(string code, string message) : Exception(message)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;
}
