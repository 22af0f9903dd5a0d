using System.Text;
using NodaTime;
using VoiceMed.Ledger.Devices;
using VoiceMed.Ledger.Import;
using VoiceMed.LedgerClient.Devices;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using Xunit;

namespace VoiceMed.Ledger.Tests.Devices;

public sealed class DeviceGatewayTests : IAsyncLifetime
{
    private static readonly PatientId Patient = new("patient-1");
    private static readonly Instant Morning = Instant.FromUtc(2026, 11, 21, 7, 30);
    private CityLedger _city = null!;
    private DeviceGateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _city = await CityLedger.OpenAsync();
        _gateway = new DeviceGateway(_city.Ledger);
    }

    public async Task DisposeAsync() => await _city.DisposeAsync();

    [Fact]
    public async Task Append_SameReadingFiveTimesFiveSecondsApartOutOfOrder_IsOneObservation()
    {
        var readings = Enumerable.Range(0, 5).Select(i => Pulse(Morning.Plus(Duration.FromMinutes(i)), 70 + i)).ToArray();
        foreach (var delivery in Enumerable.Range(0, 5))
        {
            var order = readings.OrderBy(r => (r.Time.ToUnixTimeSeconds() * (delivery + 3)) % 7).ToArray();
            var outcomes = await _gateway.AppendAsync(Batch(order), CityLedger.Hospital);
            Assert.All(outcomes, o => Assert.Equal(delivery == 0 ? "added" : "duplicate", o.Status));
            _city.Clock.Now += Duration.FromSeconds(5);
        }

        var answer = await _city.Ledger.GetObservationsAsync(Patient, "pulse", null, null, CityLedger.Doctor);
        Assert.Equal([74m, 73m, 72m, 71m, 70m], answer.Items.Where(o => o.Device == "oximeter-1").Select(o => o.Value));
        Assert.True(_city.Ledger.Verifier.Verify(answer).Verified);
    }

    [Fact]
    public async Task Append_SameReadingByManyAtOnce_IsOneObservation()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _gateway.AppendAsync(Batch(Pulse(Morning, 70)), CityLedger.Hospital)));
        Assert.Single(outcomes, o => o[0].Status == "added");
    }

    [Fact]
    public async Task Append_SameReadingAsFhirAndAsBatch_IsOneObservation()
    {
        await _gateway.AppendAsync(Batch(Pulse(Morning, 70.0m)), CityLedger.Hospital);
        const string fhir = """
            {"resourceType":"Observation","id":"any","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},
             "subject":{"identifier":{"system":"urn:voicemed:patient","value":"patient-1"}},"effectiveDateTime":"2026-11-21T10:30:00+03:00",
             "device":{"identifier":{"system":"urn:voicemed:device","value":"oximeter-1"}},
             "valueQuantity":{"value":70,"system":"http://unitsofmeasure.org","code":"/min"}}
            """;
        var report = await new FhirImporter(_city.Ledger).ImportAsync(Encoding.UTF8.GetBytes(fhir), new ImportSource("hub", CityLedger.Hospital));
        Assert.Equal((1, 0), (report.Unchanged, report.Failed));
    }

    [Fact]
    public async Task Append_ReadingsOfSeveralMonths_StandInChainsOfTheirOwn()
    {
        await _gateway.AppendAsync(
            Batch(Pulse(Morning, 70), Pulse(Morning.Minus(Duration.FromDays(31)), 71), Pulse(Morning.Minus(Duration.FromDays(62)), 72)), CityLedger.Hospital);
        var chains = _city.Ledger.Store.Read(reader => reader.Chains("patient/patient-1/stream/"));
        Assert.Equal(3, chains.Count(c => c.EndsWith("-202611", StringComparison.Ordinal) || c.EndsWith("-202610", StringComparison.Ordinal) || c.EndsWith("-202609", StringComparison.Ordinal)));
        Assert.DoesNotContain(chains, c => c.Contains("oximeter", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pulse", 900, null, null, "reading.value")]
    [InlineData("pulse", 70, 60.0, null, "reading.value")]
    [InlineData("blood_pressure", 120, null, null, "reading.value")]
    [InlineData("mood", 5, null, null, "reading.kind")]
    [InlineData("pulse", 70, null, "kg", "reading.unit")]
    public async Task Append_ReadingThatCannotBe_IsRefusedAloneWithItsCode(string kind, double value, double? second, string? unit, string code)
    {
        var bad = new DeviceReading { Kind = kind, Time = Morning, Value = (decimal)value, SecondValue = (decimal?)second, Unit = unit };
        var outcomes = await _gateway.AppendAsync(Batch(bad, Pulse(Morning, 70)), CityLedger.Hospital);
        Assert.Equal([new ReadingOutcome(0, "refused", code), new ReadingOutcome(1, "added")], outcomes);
    }

    [Fact]
    public async Task Append_OtherValueForTheSameDeviceTimeAndKind_KeepsTheFirst()
    {
        await _gateway.AppendAsync(Batch(Pulse(Morning, 70)), CityLedger.Hospital);
        Assert.Equal("reading.conflict", (await _gateway.AppendAsync(Batch(Pulse(Morning, 71)), CityLedger.Hospital))[0].Code);
    }

    [Fact]
    public async Task Append_ReadingFromTheFutureOrBeforeClocks_IsRefused()
    {
        var outcomes = await _gateway.AppendAsync(
            Batch(Pulse(_city.Clock.Now.Plus(Duration.FromMinutes(11)), 70), Pulse(Instant.FromUtc(1970, 1, 1, 0, 0), 70)), CityLedger.Hospital);
        Assert.All(outcomes, o => Assert.Equal("device.clock", o.Code));
    }

    [Fact]
    public async Task Append_ForAPatientNobodyKnows_RefusesTheWholeBatch()
    {
        var batch = Batch(Pulse(Morning, 70)) with { Patient = new PatientId("nobody") };
        Assert.Equal("patient.unknown", (await Assert.ThrowsAsync<LedgerRejectedException>(() => _gateway.AppendAsync(batch, CityLedger.Hospital))).Code);
    }

    private static DeviceReading Pulse(Instant time, decimal value) => new() { Kind = "pulse", Time = time, Value = value };

    private static DeviceBatch Batch(params DeviceReading[] readings) => new() { Device = "oximeter-1", Patient = Patient, Readings = readings };
}
