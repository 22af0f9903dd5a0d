using System.Text.Json;
using VoiceMed.Ledger.Keys;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.Ledger.Governance;

/// <summary>
/// The council's public keys as a file that clients pin: <c>council.json</c> with the origin, the threshold and the keys in base64.
/// </summary>
public static class PinnedCouncil
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The file in a ledger's folder of keys.</summary>
    public static string PathIn(string keysDirectory) => Path.Combine(keysDirectory, "council.json");

    /// <summary>Reads a pinned council.</summary>
    /// <exception cref="LedgerTamperedException">The file is missing or damaged: code <c>council.pin</c>.</exception>
    public static CouncilKeys Read(string path)
    {
        try
        {
            var pin = JsonSerializer.Deserialize<Pin>(File.ReadAllBytes(path), Json) ?? throw new JsonException("The file is empty.");
            return new CouncilKeys(pin.Origin, pin.Threshold, pin.Keys);
        }
        catch (Exception e) when (e is JsonException or IOException or ArgumentException)
        {
            throw new LedgerTamperedException("council.pin", $"The pinned council keys {path} cannot be read ({e.Message}); restore the file.", e);
        }
    }

    internal static void Write(string keysDirectory, Genesis genesis) => SecretFile.Write(
        PathIn(keysDirectory),
        JsonSerializer.SerializeToUtf8Bytes(new Pin(Registry.OriginOf(genesis.Channel), genesis.Threshold, genesis.Council), Json));

    private sealed record Pin(string Origin, int Threshold, IReadOnlyDictionary<string, byte[]> Keys);
}
