using System.Text.Json;

namespace VoiceMed.Ledger.Contracts;

/// <summary>
/// A contract: rules as code over a state of its own, in an assembly the council approved. It must be deterministic: no clock but
/// <see cref="IContractState.Now"/>, no randomness, no files, no network, no static state. Each call is run twice and compared.
/// The type needs a public constructor without parameters.
/// </summary>
public interface ILedgerContract
{
    /// <summary>The contract's name, for example <c>shift-handover</c>. The same in every version.</summary>
    string Name { get; }

    /// <summary>This version, for example <c>1.2</c>.</summary>
    string Version { get; }

    /// <summary>Does one call.</summary>
    /// <param name="method">What to do.</param>
    /// <param name="arguments">With what.</param>
    /// <param name="state">The contract's state.</param>
    /// <returns>The answer; null for none.</returns>
    /// <exception cref="ContractException">The contract refuses: nothing is written.</exception>
    JsonElement? Invoke(string method, JsonElement arguments, IContractState state);
}
