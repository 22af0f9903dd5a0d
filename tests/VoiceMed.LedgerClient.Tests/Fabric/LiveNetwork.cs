using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Fabric.Profile;

namespace VoiceMed.LedgerClient.Tests.Fabric;

/// <summary>The live Fabric network, where the machine has one.</summary>
internal static class LiveNetwork
{
    private const string Variable = "VOICEMED_FABRIC";

    /// <summary>The profile; skips the test when there is none.</summary>
    public static ConnectionProfile Profile()
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        Skip.If(string.IsNullOrEmpty(path), $"{Variable} names no connection profile: no live Fabric network to test against (docs/fabric.md)");
        return ConnectionProfile.Load(path);
    }

    public static FabricLedger Open() => FabricLedger.Open(Profile());
}
