namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>Fabric's composite keys: a zero character, then the type and each part, each followed by a zero character.</summary>
internal static class CompositeKey
{
    public static string Of(string type, params ReadOnlySpan<string?> parts) => $"\0{type}\0{string.Join('\0', parts)}\0";
}
