using System.Text;
using VoiceMed.Contract;
using VoiceMed.Ledger.Resources;
using VoiceMed.Ledger.Tests.Support;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Erasure;

namespace VoiceMed.Ledger.Tests;

public sealed class EmbeddedLedgerContractTests : ClinicalLedgerContract
{
    private TemporaryLedger? _temporary;

    protected override IErasureDesk Erasure => _temporary!.Ledger.Erasure;

    protected override async Task<IClinicalLedger> OpenAsync()
    {
        _temporary = await TemporaryLedger.OpenAsync(static options => options with { RetentionYears = 0 });
        return _temporary.Ledger;
    }

    protected override async Task RecordResourceAsync(string resourceEvent, string idempotencyKey) =>
        await new EmbeddedResourceBook(_temporary!.Ledger).RecordAsync(
            ResourceJson.Decode(Encoding.UTF8.GetBytes(resourceEvent)), TemporaryLedger.First, idempotencyKey);

    protected override async Task CloseAsync(IClinicalLedger ledger) => await _temporary!.DisposeAsync();
}
