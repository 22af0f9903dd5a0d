using System.Security.Cryptography;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Gs1;
using Xunit;

namespace VoiceMed.Contract;

/// <content>What a scanned package is worth.</content>
public abstract partial class ClinicalLedgerContract
{
    [SkippableFact]
    public async Task VerifyResource_PackageUsed_IsAlreadyUsedElsewhere()
    {
        var gtin = await RegisterAsync(serialized: true, "2040-12-31");
        await RecordAsync($$"""{"type":"item","gtin":"{{gtin}}","serial":"S1","batch":"B1","owner":"supplier-1"}""");
        await RecordAsync($$"""{"type":"transfer","gtin":"{{gtin}}","serial":"S1","from":"supplier-1","to":"hospital-1"}""");
        await RecordAsync($$"""{"type":"transfer","gtin":"{{gtin}}","serial":"S1","from":"hospital-1","to":"hospital-2"}""");
        var code = $"(01){gtin}(21)S1(10)B1(17)401231";

        var genuine = await Ledger.VerifyResourceAsync(code, House);
        await RecordAsync($$"""{"type":"use","gtin":"{{gtin}}","serial":"S1","by":"hospital-2"}""");
        var used = await Ledger.VerifyResourceAsync(code, House);

        Assert.Equal(("genuine", code, "Инсулин"), (genuine.Status, genuine.Code, genuine.Name!.In("ru")));
        Assert.Equal("supplier-1 → hospital-1 → hospital-2", genuine.Details["owners"]);
        Assert.Equal("Завод / Works", genuine.Details["maker"]);
        Assert.Equal(("already-used", "hospital-2"), (used.Status, used.Details["usedBy"]));
        Assert.Equal("2026-11-01T09:00:00Z", used.Details["usedAt"]);
    }

    [SkippableFact]
    public async Task VerifyResource_NotTheOwner_UsesNothing()
    {
        var gtin = await RegisterAsync(serialized: true, "2040-12-31");
        await RecordAsync($$"""{"type":"item","gtin":"{{gtin}}","serial":"S1","batch":"B1","owner":"supplier-1"}""");

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() =>
            RecordAsync($$"""{"type":"use","gtin":"{{gtin}}","serial":"S1","by":"hospital-1"}"""));

        Assert.Equal("resource.owner", refused.Code);
        Assert.Equal("genuine", (await Ledger.VerifyResourceAsync($"(01){gtin}(21)S1", House)).Status);
    }

    [SkippableFact]
    public async Task VerifyResource_BatchRecalled_IsRecalled()
    {
        var gtin = await RegisterAsync(serialized: false, "2040-12-31");
        var code = $"(01){gtin}(10)B1";

        var before = await Ledger.VerifyResourceAsync(code, House);
        await RecordAsync($$$"""{"type":"recall","gtin":"{{{gtin}}}","batch":"B1","reason":{"ru":"Примеси","en":"Foreign matter"}}""");
        var after = await Ledger.VerifyResourceAsync(code, House);

        Assert.Equal("genuine", before.Status);
        Assert.Equal(("recalled", "Примеси / Foreign matter"), (after.Status, after.Details["reason"]));
    }

    [SkippableFact]
    public async Task VerifyResource_PastItsLastDay_IsExpired()
    {
        var gtin = await RegisterAsync(serialized: false, "2020-12-31");

        var verdict = await Ledger.VerifyResourceAsync($"(01){gtin}(10)B1", House);

        Assert.Equal(("expired", "2020-12-31"), (verdict.Status, verdict.Details["expiry"]));
    }

    [SkippableFact]
    public async Task VerifyResource_WhatTheRegistryDoesNotKnow_IsUnknownForItsReason()
    {
        var serialized = await RegisterAsync(serialized: true, "2040-12-31");
        var bulk = await RegisterAsync(serialized: false, "2040-12-31");
        foreach (var (code, reason) in new[]
        {
            ("no code at all", "not-a-gs1-code"), ("(21)S1", "gtin-missing"), ($"(01){NewGtin()}", "product-unknown"), (serialized, "serial-missing"),
            ($"(01){serialized}(21)S9", "serial-unknown"), (bulk, "batch-missing"), ($"(01){bulk}(10)X", "batch-unknown"),
            ($"(01){bulk}(10)B1(17)980101", "expiry-mismatch"),
        })
        {
            var verdict = await Ledger.VerifyResourceAsync(code, House);
            Assert.Equal(("unknown", reason), (verdict.Status, verdict.Details["reason"]));
        }
    }

    [SkippableFact]
    public async Task VerifyResource_Admin_IsRefused() => Assert.Equal(
        "role.not-clinical", (await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.VerifyResourceAsync("(21)S1", Admin).AsTask())).Code);

    private async Task<string> RegisterAsync(bool serialized, string expiry)
    {
        var gtin = NewGtin();
        var truth = serialized ? "true" : "false";
        await RecordAsync(
            $$$"""{"type":"product","gtin":"{{{gtin}}}","name":{"ru":"Инсулин"},"maker":{"ru":"Завод","en":"Works"},"category":"medicine","serialized":{{{truth}}}}""");
        await RecordAsync($$"""{"type":"batch","gtin":"{{gtin}}","batch":"B1","expiry":"{{expiry}}"}""");
        return gtin;
    }

    private Task RecordAsync(string resourceEvent) =>
        RecordResourceAsync(resourceEvent.Replace("\",\"gtin\"", "\",\"time\":\"2026-11-01T09:00:00Z\",\"gtin\"", StringComparison.Ordinal), NewId("event"));

    // A channel outlives the test, so each run has products of its own; the last digit is GS1's check digit.
    private static string NewGtin()
    {
        var digits = RandomNumberGenerator.GetString("0123456789", 13);
        return digits + Gtin.CheckDigit(digits);
    }
}
