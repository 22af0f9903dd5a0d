using System.Text.Json;
using VoiceMed.Ledger.Contracts;

namespace VoiceMed.Assistant.Tests.Rest;

/// <summary>A contract that is deployed over HTTP.</summary>
public sealed class HttpContract : ILedgerContract
{
    public string Name => "http-contract";

    public string Version => "1.0";

    public JsonElement? Invoke(string method, JsonElement arguments, IContractState state) => JsonSerializer.SerializeToElement("pong");
}
