using System.Text.Json;
using VoiceMed.Ledger.Contracts;

namespace VoiceMed.Ledger.Tests.Contracts;

/// <summary>Who is on shift. The first version.</summary>
public class HandoverContract : ILedgerContract
{
    public string Name => "handover";

    public virtual string Version => "1.0";

    public JsonElement? Invoke(string method, JsonElement arguments, IContractState state)
    {
        switch (method)
        {
            case "take":
                if (state.Get("ward/3") is { } other && other != state.Caller && !MayTakeOver)
                {
                    throw new ContractException("handover.taken", $"{other} is on shift.");
                }

                state.Put("ward/3", state.Caller);
                return JsonSerializer.SerializeToElement(new { since = state.Now.ToString() });
            case "who":
                return JsonSerializer.SerializeToElement(state.Get("ward/3"));
            default:
                throw new ContractException("handover.method", $"There is no '{method}'.");
        }
    }

    protected virtual bool MayTakeOver => false;
}

/// <summary>The second version: whoever comes takes over.</summary>
public sealed class SecondHandoverContract : HandoverContract
{
    public override string Version => "2.0";

    protected override bool MayTakeOver => true;
}

/// <summary>Never does the same twice.</summary>
public sealed class FickleContract : ILedgerContract
{
    public string Name => "fickle";

    public string Version => "1.0";

    public JsonElement? Invoke(string method, JsonElement arguments, IContractState state)
    {
        state.Put("key", Guid.NewGuid().ToString());
        return null;
    }
}
