using NodaTime;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using Xunit;

namespace VoiceMed.Contract;

/// <content>What hospitals append.</content>
public abstract partial class ClinicalLedgerContract
{
    [SkippableFact]
    public async Task Append_SameKeySameContent_IsADuplicate()
    {
        var patient = await AdmitAsync(First);
        var visit = Visit(patient, First, new LocalDate(2026, 3, 1));

        var first = await WriteAsync(visit);
        var second = await WriteAsync(visit);

        Assert.False(first.Duplicate);
        Assert.True(second.Duplicate);
        Assert.Equal(first.Entry, second.Entry);
        Assert.Single((await Ledger.GetHospitalVisitsAsync(patient, null, null, null, null, House)).Items);
    }

    [SkippableFact]
    public async Task Append_SameKeyOtherContent_IsRejected()
    {
        var patient = await AdmitAsync(First);
        var visit = Visit(patient, First, new LocalDate(2026, 3, 1));
        await WriteAsync(visit);

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() =>
            Ledger.AppendAsync(visit with { Department = "surgery" }, new WriteContext(First, visit.Id)).AsTask());

        Assert.Equal("idempotency.conflict", refused.Code);
    }

    [SkippableFact]
    public async Task Append_Superseding_HidesTheOldRecord()
    {
        var patient = await AdmitAsync(First);
        var visit = Visit(patient, First, new LocalDate(2026, 3, 1));
        var old = await WriteAsync(visit);

        await Ledger.AppendAsync(visit with { Department = "surgery" }, new WriteContext(First, visit.Id + "-corrected", old.Entry));

        Assert.Equal("surgery", Assert.Single((await Ledger.GetHospitalVisitsAsync(patient, null, null, null, null, House)).Items).Department);
    }

    [SkippableFact]
    public async Task Append_UnknownHospital_IsRejected()
    {
        var patient = await AdmitAsync(First);
        var visit = Visit(patient, First, new LocalDate(2026, 3, 1));

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() =>
            Ledger.AppendAsync(visit, new WriteContext(new HospitalId("nowhere"), visit.Id)).AsTask());

        Assert.Equal("hospital.unknown", refused.Code);
    }
}
