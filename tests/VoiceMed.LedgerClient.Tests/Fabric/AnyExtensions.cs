using Google.Protobuf.WellKnownTypes;
using VoiceMed.LedgerClient.Fabric.Messages;

namespace VoiceMed.LedgerClient.Tests.Fabric;

internal static class AnyExtensions
{
    /// <summary>The gateway's error detail inside, read here independently of the client.</summary>
    public static ErrorDetailMessage Unpack(this Any any) => ErrorDetailMessage.Parser.ParseFrom(any.Value);
}
