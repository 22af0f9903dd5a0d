using System.Text;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>What a transaction function is called with. Immutable as long as the bytes given are left alone.</summary>
public sealed record ProposalOptions
{
    /// <summary>The arguments, in order.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Arguments { get; init; } = [];

    /// <summary>Data the chaincode may see and the ledger never keeps. Default none.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> TransientData { get; init; } = new Dictionary<string, ReadOnlyMemory<byte>>();

    /// <summary>
    /// Organisations whose peers are to be asked, and no others; empty leaves the choice to the gateway. Name them when transient data must
    /// not reach other organisations.
    /// </summary>
    public IReadOnlyList<string> EndorsingOrganizations { get; init; } = [];

    /// <summary>Options with text arguments.</summary>
    /// <param name="arguments">The arguments, sent as UTF-8.</param>
    /// <returns>The options.</returns>
    public static ProposalOptions WithArguments(params IEnumerable<string> arguments) => new()
    {
        Arguments = [.. arguments.Select(argument => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(argument))],
    };
}
