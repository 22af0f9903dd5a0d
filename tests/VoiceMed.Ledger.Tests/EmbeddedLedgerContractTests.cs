using VoiceMed.Contract;
using VoiceMed.Ledger.Tests.Support;
using VoiceMed.LedgerClient;

namespace VoiceMed.Ledger.Tests;

public sealed class EmbeddedLedgerContractTests : ClinicalLedgerContract
{
    private TemporaryLedger? _temporary;

    protected override async Task<IClinicalLedger> OpenAsync()
    {
        _temporary = await TemporaryLedger.OpenAsync();
        return _temporary.Ledger;
    }

    protected override async Task CloseAsync(IClinicalLedger ledger) => await _temporary!.DisposeAsync();
}
