using System.Text.Json;
using VoiceMed.Ledger.Resources.Events;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Resources;

/// <summary>Resource events as the payloads of their chains: the same canonical JSON as records. Thread-safe.</summary>
public static class ResourceJson
{
    /// <summary>The kind of every entry of a resource chain.</summary>
    public const string Kind = "resource";

    /// <summary>Writes an event.</summary>
    public static byte[] Encode(ResourceEvent entry) => JsonSerializer.SerializeToUtf8Bytes(entry, RecordJson.Options);

    /// <summary>Reads an event back.</summary>
    /// <exception cref="LedgerTamperedException">The bytes are no event: code <c>resource.unreadable</c>.</exception>
    public static ResourceEvent Decode(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<ResourceEvent>(json, RecordJson.Options) ?? throw new JsonException("The event is null.");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new LedgerTamperedException("resource.unreadable", "An entry of a resource chain cannot be read.", e);
        }
    }
}
