using System.Text;
using VoiceMed.Ledger.Import;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Ledger.Tests.Import;

public sealed class FhirImporterTests : IAsyncLifetime
{
    private static readonly ImportSource First = new("mis-1", new HospitalId("hospital-1"));
    private static readonly ImportSource Second = new("mis-2", new HospitalId("hospital-2"));
    private CityLedger _city = null!;
    private FhirImporter _importer = null!;

    public async Task InitializeAsync()
    {
        _city = await CityLedger.OpenAsync();
        _importer = new FhirImporter(_city.Ledger);
    }

    public async Task DisposeAsync() => await _city.DisposeAsync();

    [Fact]
    public async Task Import_BundleOfANewPatient_CanBeAskedForByADoctor()
    {
        var report = await ImportAsync(Bundle());
        Assert.Empty(report.Failures);
        Assert.Equal((4, 1), (report.Added, report.NotKept));
        var patient = PatientOf(report);
        var visit = Assert.Single((await _city.Ledger.GetHospitalVisitsAsync(patient, null, null, null, null, CityLedger.Doctor)).Items);
        Assert.Equal(("cardiology", "Боль в груди", "Central Hospital No. 1"), (visit.Department, visit.Reason.Ru, visit.HospitalName.En));
        var document = Assert.Single((await _city.Ledger.GetDocumentsFromHospitalAsync(null, patient, null, null, null, CityLedger.Doctor)).Items);
        var content = await _city.Ledger.GetDocumentAsync(new DocumentId(document.Id), CityLedger.Doctor);
        Assert.Equal("Выписка", Encoding.UTF8.GetString(content.Bytes.Span));
        var pulse = Assert.Single((await _city.Ledger.GetObservationsAsync(patient, "pulse", null, null, CityLedger.Doctor)).Items);
        Assert.Equal(72, pulse.Value);
    }

    [Fact]
    public async Task Import_SameBundleAgain_ChangesNothing()
    {
        await ImportAsync(Bundle());
        var entries = Entries();
        var again = await ImportAsync(Bundle());
        Assert.Equal((0, 4, 0, entries), (again.Added, again.Unchanged, again.Corrected, Entries()));
    }

    [Fact]
    public async Task Import_SameBundleByManyAtOnce_AddsEachRecordOnce()
    {
        var reports = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ImportAsync(Bundle()))));

        // Who comes second may be told to send again; nobody's patient may come into being twice.
        var last = await ImportAsync(Bundle());
        Assert.Equal(4, last.Unchanged);
        Assert.Equal(4, reports.Sum(r => r.Added));
        var patient = PatientOf(last);
        Assert.Single((await _city.Ledger.GetHospitalVisitsAsync(patient, null, null, null, null, CityLedger.Doctor)).Items);
    }

    [Fact]
    public async Task Import_CorrectedVisit_SupersedesAndBackAgain()
    {
        var patient = PatientOf(await ImportAsync(Bundle()));
        var changed = Bundle().Replace("Боль в груди", "Стенокардия", StringComparison.Ordinal);
        var report = await ImportAsync(changed);
        Assert.Equal((1, 3), (report.Corrected, report.Unchanged));
        Assert.Equal("Стенокардия", await ReasonAsync(patient));
        Assert.Equal(1, (await ImportAsync(Bundle())).Corrected);
        Assert.Equal("Боль в груди", await ReasonAsync(patient));
        Assert.Equal(4, (await ImportAsync(Bundle())).Unchanged);
    }

    [Fact]
    public async Task Import_SamePersonFromTwoHospitals_IsOnePatient()
    {
        var one = PatientOf(await ImportAsync(Bundle()));
        var other = Bundle().Replace("\"id\":\"17\"", "\"id\":\"99\"", StringComparison.Ordinal).Replace("hospital-1", "hospital-2", StringComparison.Ordinal);
        var two = PatientOf(await ImportAsync(other, Second));
        Assert.Equal(one, two);
        var visits = await _city.Ledger.GetHospitalVisitsAsync(one, null, null, null, null, CityLedger.Doctor);
        Assert.Equal(2, visits.Items.Count + visits.Withheld);
    }

    [Fact]
    public async Task Import_IdentifiersOfTwoPatients_IsAConflictForAPerson()
    {
        await ImportAsync(Patient("17", "112-233-445 95", "1950-02-01"));
        await ImportAsync(Patient("18", "999-888-777 66", "1961-05-06"));
        var both = Patient("17", "999-888-777 66", "1950-02-01");
        var failure = Assert.Single((await ImportAsync(both)).Failures);
        Assert.Equal(("conflict", "$.identifier"), (failure.Code, failure.Path));
    }

    [Fact]
    public async Task Import_OtherBirthDateForTheSameIdentifier_IsAConflictForAPerson()
    {
        await ImportAsync(Patient("17", "112-233-445 95", "1950-02-01"));
        var failure = Assert.Single((await ImportAsync(Patient("17", "112-233-445 95", "1950-02-02"))).Failures);
        Assert.Equal("conflict", failure.Code);
    }

    [Fact]
    public async Task Import_LaterResourceOfTheSameSource_FindsThePatientById()
    {
        var patient = PatientOf(await ImportAsync(Patient("17", "112-233-445 95", "1950-02-01")));
        var pulse = Pulse("Patient/17", "obs-1");
        Assert.Equal(1, (await ImportAsync(pulse)).Added);
        Assert.Equal(72, Assert.Single((await _city.Ledger.GetObservationsAsync(patient, "pulse", null, null, CityLedger.Doctor)).Items).Value);
        var stranger = Assert.Single((await ImportAsync(pulse, Second)).Failures);
        Assert.Equal(("not-found", "$.subject"), (stranger.Code, stranger.Path));
    }

    [Fact]
    public async Task Import_TransactionWithOneWrongEntry_TakesNothing()
    {
        var entries = Entries();
        var report = await ImportAsync(Bundle("transaction").Replace("\"finished\"", "\"gone\"", StringComparison.Ordinal));
        Assert.Equal(entries, Entries());
        Assert.All(report.Items, i => Assert.Equal(ImportOutcome.Failed, i.Outcome));
        Assert.Contains(report.Failures, f => f.Path == "$.entry[2].resource.status");
    }

    [Fact]
    public async Task Import_TransactionOfWhichTheLedgerRefusesOneEntry_TakesNothing()
    {
        await ImportAsync(Patient("17", "112-233-445 95", "1950-02-01"));
        var entries = Entries();

        // Both patients can be read; only the ledger knows that the second one's birth date contradicts what it holds.
        var report = await ImportAsync(
            $$$"""{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{{{Patient("18", "999-888-777 66", "1961-03-04")}}}},{"resource":{{{Patient("17", "112-233-445 95", "1999-09-09")}}}}]}""");

        Assert.Equal(entries, Entries());
        Assert.Equal(["transaction", "conflict"], report.Items.Select(i => i.Code));
        Assert.Empty((await _city.Ledger.FindPatientsAsync(null, new NodaTime.LocalDate(1961, 3, 4), CityLedger.Doctor)).Items);
        Assert.Equal(1, (await ImportAsync(Patient("18", "999-888-777 66", "1961-03-04"))).Added);
    }

    [Fact]
    public async Task Import_Transaction_IsDurableAtOneMoment()
    {
        var groups = 0L;
        var before = _city.Ledger.Store.Read(reader => reader.Count);
        var importing = Task.Run(() => ImportAsync(Bundle("transaction")));
        while (!importing.IsCompleted)
        {
            var seen = _city.Ledger.Store.Read(reader => reader.Count) - before;
            groups = seen == 0 ? groups : seen;
            Assert.True(seen == 0 || seen == groups, "a reader saw a part of the transaction");
        }

        var report = await importing;
        Assert.True(report is { Atomic: true, Added: 4, Failed: 0 });
    }

    [Fact]
    public async Task Import_BatchWithOneWrongEntry_TakesTheOthers()
    {
        var report = await ImportAsync(Bundle().Replace("\"finished\"", "\"gone\"", StringComparison.Ordinal));
        Assert.Equal((3, 1), (report.Added, report.Failed));
        Assert.Equal("$.entry[2].resource.status", Assert.Single(report.Failures).Path);
    }

    [Fact]
    public async Task Import_RecordNamedForAnotherHospital_IsRefused()
    {
        var bundle = Bundle().Replace("\"value\":\"hospital-1\"", "\"value\":\"hospital-3\"", StringComparison.Ordinal);
        Assert.All((await ImportAsync(bundle)).Failures, f => Assert.Equal("business-rule", f.Code));
    }

    [Fact]
    public async Task ImportLines_OneBadLine_IsNamedByItsNumber()
    {
        var lines = string.Join('\n', Patient("17", "112-233-445 95", "1950-02-01"), string.Empty, "{not json", Pulse("Patient/17", "obs-1"));
        var report = await _importer.ImportLinesAsync(new MemoryStream(Encoding.UTF8.GetBytes(lines)), First);
        Assert.Equal((2, 1), (report.Added, report.Failed));
        Assert.StartsWith("line 3: $", Assert.Single(report.Failures).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"history\"}")]
    [InlineData("{\"resourceType\":\"Appointment\",\"id\":\"1\"}")]
    [InlineData("{\"resourceType\":\"Patient\"")]
    public async Task Import_WhatCannotBeTaken_IsReportedNotThrown(string text) =>
        Assert.NotNull(Assert.Single((await ImportAsync(text)).Failures).Reason);

    private Task<ImportReport> ImportAsync(string text, ImportSource? source = null) =>
        _importer.ImportAsync(Encoding.UTF8.GetBytes(text), source ?? First);

    private async Task<string?> ReasonAsync(PatientId patient) =>
        Assert.Single((await _city.Ledger.GetHospitalVisitsAsync(patient, null, null, null, null, CityLedger.Doctor)).Items).Reason.Ru;

    private long Entries() => _city.Ledger.Store.Read(reader => reader.Chains("patient/").Sum(reader.Length));

    private static PatientId PatientOf(ImportReport report) => new(report.Items.First(i => i.ResourceType == "Patient").Record!);

    private static string Patient(string id, string snils, string birthDate) =>
        "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\",\"identifier\":[{\"system\":\"urn:oid:1.2.643.100.3\",\"value\":\"" + snils + "\"}],"
        + "\"name\":[{\"family\":\"Орлов\",\"given\":[\"Олег\",\"Ильич\"]}],\"gender\":\"male\",\"birthDate\":\"" + birthDate + "\"}";

    private static string Pulse(string patient, string id) =>
        "{\"resourceType\":\"Observation\",\"id\":\"" + id + "\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"8867-4\"}]},"
        + "\"subject\":{\"reference\":\"" + patient + "\"},\"effectiveDateTime\":\"2026-11-20T08:00:00+03:00\","
        + "\"valueQuantity\":{\"value\":72,\"system\":\"http://unitsofmeasure.org\",\"code\":\"/min\"}}";

    // The visit refers to a patient that comes after it, and to an organisation that is only along for the reference.
    private static string Bundle(string type = "batch") => $$$$$"""
        {"resourceType":"Bundle","type":"{{{{{type}}}}}","entry":[
          {"fullUrl":"urn:uuid:o","resource":{"resourceType":"Organization","identifier":[{"system":"urn:voicemed:hospital","value":"hospital-1"}]}},
          {"fullUrl":"urn:uuid:d","resource":{"resourceType":"DocumentReference","id":"d-1","status":"current","type":{"coding":[{"system":"http://loinc.org","code":"18842-5"}]},
            "subject":{"reference":"urn:uuid:p"},"custodian":{"reference":"urn:uuid:o"},"date":"2026-11-20T10:00:00+03:00","description":"Выписной эпикриз",
            "content":[{"attachment":{"contentType":"text/plain; charset=utf-8","data":"0JLRi9C/0LjRgdC60LA="}}]}},
          {"resource":{"resourceType":"Encounter","id":"e-1","status":"finished","class":{"system":"x","code":"IMP"},"subject":{"reference":"urn:uuid:p"},
            "serviceType":{"text":"Отделение кардиологии"},"period":{"start":"2026-11-15T23:30:00+03:00","end":"2026-11-20"},"reasonCode":[{"text":"Боль в груди"}],
            "serviceProvider":{"reference":"urn:uuid:o"}}},
          {"resource":{{{{{Pulse("urn:uuid:p", "o-1")}}}}}},
          {"fullUrl":"urn:uuid:p","resource":{{{{{Patient("17", "112-233-445 95", "1950-02-01")}}}}}}
        ]}
        """;
}
