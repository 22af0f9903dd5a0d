using System.Text;
using System.Text.Json;
using VoiceMed.LedgerClient.Fabric.Identity;

namespace VoiceMed.LedgerClient.Tests.Fabric;

/// <summary>What the official Node client made of one call with a fixed nonce and time; throw-away identity, test data only.</summary>
internal sealed class GatewayVectors
{
    private readonly JsonElement root;

    private GatewayVectors(JsonElement root) => this.root = root;

    public static GatewayVectors Load()
    {
        using var stream = typeof(GatewayVectors).Assembly.GetManifestResourceStream("gateway-vectors.json")!;
        using var document = JsonDocument.Parse(stream);
        return new GatewayVectors(document.RootElement.Clone());
    }

    public FabricIdentity Identity => FabricIdentity.FromPem(Text("mspId"), Text("certPem"));

    public IReadOnlyList<string> Arguments => [.. root.GetProperty("args").EnumerateArray().Select(argument => argument.GetString()!)];

    public ReadOnlyMemory<byte> Purpose => Encoding.UTF8.GetBytes(root.GetProperty("transient").GetProperty("purpose").GetString()!);

    public DateTimeOffset Timestamp
    {
        get
        {
            var timestamp = root.GetProperty("timestamp");
            return DateTimeOffset.FromUnixTimeSeconds(timestamp.GetProperty("seconds").GetInt64())
                .AddTicks(timestamp.GetProperty("nanos").GetInt64() / TimeSpan.NanosecondsPerTick);
        }
    }

    public string Text(string name) => root.GetProperty(name).GetString()!;

    public byte[] Bytes(string name) => Convert.FromHexString(Text(name));
}
