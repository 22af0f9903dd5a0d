namespace VoiceMed.Ledger.Contracts;

/// <summary>A version of a contract that the council approved.</summary>
/// <param name="Name">The contract.</param>
/// <param name="Version">The version.</param>
/// <param name="Type">The full name of its type in the assembly.</param>
/// <param name="Assembly">SHA-256 of the assembly's file, hexadecimal: no other code runs in its name.</param>
public sealed record ContractVersion(string Name, string Version, string Type, string Assembly)
{
    /// <summary>The entry's kind.</summary>
    public const string Kind = "contract-version";
}
