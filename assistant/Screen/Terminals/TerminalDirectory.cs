using System.Security.Cryptography;
using System.Text;

namespace VoiceMed.Assistant.Screen.Terminals;

/// <summary>The terminals of the configuration. Holds the tokens' SHA-256, never the tokens. Immutable and thread-safe.</summary>
public sealed class TerminalDirectory : ITerminalDirectory
{
    private const int MinTokenLength = 16;
    private readonly IReadOnlyList<(byte[] Hash, BedsideTerminal Terminal)> _terminals;

    /// <summary>Takes the terminals with their tokens.</summary>
    /// <param name="terminals">Token and terminal; a token is at least 16 characters and belongs to one terminal.</param>
    /// <exception cref="ArgumentException">A token is too short or given twice; the message names the terminal.</exception>
    public TerminalDirectory(IEnumerable<KeyValuePair<string, BedsideTerminal>> terminals)
    {
        ArgumentNullException.ThrowIfNull(terminals);
        var list = new List<(byte[], BedsideTerminal)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (token, terminal) in terminals)
        {
            if (token.Length < MinTokenLength)
            {
                throw new ArgumentException($"The token of terminal '{terminal.Id}' is shorter than {MinTokenLength} characters.", nameof(terminals));
            }

            if (!seen.Add(token))
            {
                throw new ArgumentException($"The token of terminal '{terminal.Id}' belongs to another terminal too.", nameof(terminals));
            }

            list.Add((Hash(token), terminal));
        }

        _terminals = list;
    }

    /// <inheritdoc/>
    public BedsideTerminal? Resolve(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var hash = Hash(token);
        BedsideTerminal? found = null;
        foreach (var (candidate, terminal) in _terminals)
        {
            if (CryptographicOperations.FixedTimeEquals(candidate, hash))
            {
                found = terminal;
            }
        }

        return found;
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
