using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using VoiceMed.Ledger.Fhir;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Ledger.Tests.Fhir;

public sealed class FhirReaderTests
{
    private const string Head = """ "identifier":[{"system":"urn:voicemed:record","value":"r-1"}],"subject":{"identifier":{"system":"urn:voicemed:patient","value":"p-1"}} """;
    private const string Hospital = """{"identifier":{"system":"urn:voicemed:hospital","value":"h-2"},"display":"Вторая больница"}""";

    [Theory]
    [InlineData("\"status\":\"finished\"", "\"status\":\"done\"", "$.status", FhirIssueCode.CodeInvalid)]
    [InlineData("\"status\":\"finished\"", "\"status\":\"entered-in-error\"", "$.status", FhirIssueCode.NotSupported)]
    [InlineData("\"status\":\"finished\"", "\"stauts\":\"finished\"", "$.stauts", FhirIssueCode.Structure)]
    [InlineData("2026-01-05", "2026-01", "$.period.start", FhirIssueCode.Value)]
    [InlineData("2026-01-05", "2026-02-30", "$.period.start", FhirIssueCode.Value)]
    [InlineData("2026-01-09", "2026-01-01", "$.period.end", FhirIssueCode.Value)]
    [InlineData("[{\"text\":\"Боль\"}]", "[]", "$.reasonCode", FhirIssueCode.Structure)]
    [InlineData("[{\"text\":\"Боль\"}]", "{\"text\":\"Боль\"}", "$.reasonCode", FhirIssueCode.Structure)]
    [InlineData("[{\"text\":\"Боль\"}]", "[{\"text\":\"  \"}]", "$.reasonCode[0].text", FhirIssueCode.Structure)]
    [InlineData("[{\"text\":\"Боль\"}]", "[{\"text\":7}]", "$.reasonCode[0].text", FhirIssueCode.Structure)]
    [InlineData("[{\"text\":\"Боль\"}]", "[{\"text\":\"a\\u0000b\"}]", "$.reasonCode[0].text", FhirIssueCode.Value)]
    [InlineData("[{\"text\":\"Боль\"}]", "[null]", "$.reasonCode[0]", FhirIssueCode.Structure)]
    [InlineData("\"class\"", "\"modifierExtension\":[{\"url\":\"u\"}],\"class\"", "$.modifierExtension", FhirIssueCode.NotSupported)]
    [InlineData("\"class\"", "\"implicitRules\":\"http://x\",\"class\"", "$.implicitRules", FhirIssueCode.NotSupported)]
    [InlineData("urn:voicemed:patient", "urn:other", "$.subject", FhirIssueCode.NotFound)]
    public void Read_EncounterWithOneFault_NamesTheFaultsPathAndKind(string was, string becomes, string path, string code)
    {
        var text = $$"""
            {"resourceType":"Encounter",{{Head}},"status":"finished","class":{"system":"x","code":"IMP"},
             "period":{"start":"2026-01-05","end":"2026-01-09"},"reasonCode":[{"text":"Боль"}],"serviceProvider":{{Hospital}}}
            """;
        Assert.IsType<HospitalVisit>(Read(text));
        var broken = text.Replace(was, becomes, StringComparison.Ordinal);
        Assert.NotEqual(text, broken);
        var error = Assert.Throws<FhirFormatException>(() => Read(broken));
        Assert.Equal((path, code), (error.Path, error.Code));
    }

    [Theory]
    [InlineData("8867-4", 72, "/min", "pulse", 72)]
    [InlineData("8310-5", 101.3, "[degF]", "temperature", 38.5)]
    [InlineData("29463-7", 154, "[lb_av]", "weight", 69.9)]
    [InlineData("15074-8", 90, "mg/dL", "glucose", 5.0)]
    [InlineData("59408-5", 97, "%", "saturation", 97)]
    public void Read_VitalSign_IsKeptInTheLedgersUnit(string loinc, double value, string unit, string vital, double kept)
    {
        var observation = Assert.IsType<Observation>(Read(Vital(loinc, (decimal)value, unit)));
        Assert.Equal((vital, (decimal)kept), (observation.Vital, observation.Value));
    }

    [Theory]
    [InlineData("8867-4", 900, "/min", "$.valueQuantity.value")]
    [InlineData("8310-5", 36.6, "mmol/L", "$.valueQuantity.code")]
    [InlineData("3137-7", 180, "cm", "$.code")]
    public void Read_VitalSignThatCannotBe_IsRefused(string loinc, double value, string unit, string path) =>
        Assert.Equal(path, Assert.Throws<FhirFormatException>(() => Read(Vital(loinc, (decimal)value, unit))).Path);

    [Fact]
    public void Read_ProhibitedMedicine_IsNotTakenForAPrescription()
    {
        var text = Prescription("\"doNotPerform\":true,");
        Assert.Equal("$.doNotPerform", Assert.Throws<FhirFormatException>(() => Read(text)).Path);
        Assert.IsType<Medication>(Read(Prescription(string.Empty)));
    }

    [Fact]
    public void Read_CompletedMedicineWithoutEnd_IsNotTakenForOneThatGoesOn()
    {
        var text = Prescription(string.Empty).Replace("active", "completed", StringComparison.Ordinal);
        Assert.Equal("$.status", Assert.Throws<FhirFormatException>(() => Read(text)).Path);
    }

    [Fact]
    public void Read_DocumentWithContent_ChecksSizeAndHash()
    {
        var text = Document("\"size\":5,\"hash\":\"qvTGHdzF6KLavt4PO0gs2a6pQ00=\",");
        using var parsed = FhirReader.Parse(Encoding.UTF8.GetBytes(text));
        var content = FhirReader.Read(FhirNode.Of(parsed.RootElement), LedgerReferences.Instance);
        Assert.Equal("hello", Encoding.UTF8.GetString(content.Bytes!.Value.Span));
        Assert.Equal("$.content[0].attachment.size", Assert.Throws<FhirFormatException>(() => Read(Document("\"size\":6,"))).Path);
        Assert.Equal("$.content[0].attachment.hash", Assert.Throws<FhirFormatException>(() => Read(Document("\"hash\":\"AAAA\","))).Path);
    }

    [Fact]
    public void Read_PatientNamedInBothLanguages_TakesThePartsInTheLedgersOrder()
    {
        var patient = Assert.IsType<Patient>(Read("""
            {"resourceType":"Patient","identifier":[{"system":"urn:voicemed:patient","value":"p-1"}],"gender":"other","birthDate":"1950-02-01",
             "name":[{"use":"nickname","text":"Ваня"},{"family":"Иванов","given":["Пётр","Ильич"]},{"text":"Petr Ivanov","family":"Ivanov","given":["Petr"]}]}
            """));
        Assert.Equal(new BilingualText("Иванов Пётр Ильич", "Ivanov Petr"), patient.Name);
        Assert.Null(patient.Sex);
    }

    [Theory]
    [InlineData("", "line 1, byte 1")]
    [InlineData("{\"resourceType\":\"Patient\",", "line 1")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("{\"a\":1,\"a\":2}", "not valid JSON")]
    [InlineData("{\"a\\ud800\":1}", "half a character")]
    public void Parse_WhatIsNoJsonObject_SaysWhere(string text, string says) =>
        Assert.Contains(says, Assert.Throws<FhirFormatException>(() => FhirReader.Parse(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_TextInAnotherEncoding_IsRefused() =>
        Assert.Throws<FhirFormatException>(() => FhirReader.Parse(Encoding.Unicode.GetBytes("{\"resourceType\":\"Patient\"}")));

    [Fact]
    public void Parse_TextWithByteOrderMark_IsRead()
    {
        using var document = FhirReader.Parse(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}' });
        Assert.Equal(System.Text.Json.JsonValueKind.Object, document.RootElement.ValueKind);
    }

    [Fact]
    public void Read_RecordWithRandomDamage_EitherReadsOrNamesAPath()
    {
        var damages = Gen.Choose(0, int.MaxValue).ToArbitrary();
        Prop.ForAll(RecordGenerators.All(), damages, (record, seed) =>
        {
            var json = Damage(FhirWriter.Write(record), new System.Random(seed));
            try
            {
                Read(json.ToJsonString());
                return true;
            }
            catch (FhirFormatException e)
            {
                return e.Path.StartsWith('$');
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Read_RandomBytesInPlaceOfText_NeverFailsOtherwise()
    {
        Prop.ForAll(RecordGenerators.All(), ArbMap.Default.ArbFor<byte[]>(), (record, noise) =>
        {
            var bytes = Encoding.UTF8.GetBytes(FhirWriter.Write(record).ToJsonString());
            var at = noise.Length == 0 ? 0 : noise[0] * bytes.Length / 256;
            noise.AsSpan(0, Math.Min(noise.Length, bytes.Length - at)).CopyTo(bytes.AsSpan(at));
            try
            {
                using var document = FhirReader.Parse(bytes);
                FhirReader.ReadOwn(document.RootElement);
                return true;
            }
            catch (FhirFormatException)
            {
                return true;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static LedgerRecord Read(string text)
    {
        using var document = FhirReader.Parse(Encoding.UTF8.GetBytes(text));
        return FhirReader.ReadOwn(document.RootElement);
    }

    private static string Vital(string loinc, decimal value, string unit) => $$$"""
        {"resourceType":"Observation",{{{Head}}},"status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],
         "code":{"coding":[{"system":"http://loinc.org","code":"{{{loinc}}}"}]},"effectiveDateTime":"2026-03-09T08:30:00+03:00",
         "performer":[{{{Hospital}}}],"valueQuantity":{"value":{{{value}}},"system":"http://unitsofmeasure.org","code":"{{{unit}}}"}}
        """;

    private static string Prescription(string extra) => $$$"""
        {"resourceType":"MedicationRequest",{{{Head}}},{{{extra}}}"status":"active","intent":"order","authoredOn":"2026-03-09",
         "medicationCodeableConcept":{"text":"Аспирин"},"requester":{{{Hospital}}},"dosageInstruction":[{"text":"100 мг в день"}]}
        """;

    private static string Document(string extra) => $$$"""
        {"resourceType":"DocumentReference",{{{Head}}},"status":"current","type":{"coding":[{"system":"http://loinc.org","code":"18842-5"}]},
         "description":"Выписка","date":"2026-03-09T08:30:00Z","custodian":{{{Hospital}}},
         "content":[{"attachment":{{{{extra}}}"contentType":"text/plain","data":"aGVsbG8="}}]}
        """;

    /// <summary>Removes, empties or mistypes one random value.</summary>
    private static JsonObject Damage(JsonObject json, System.Random random)
    {
        var target = json;
        while (true)
        {
            var name = target.Select(p => p.Key).ElementAt(random.Next(target.Count));
            var child = target[name] is JsonArray { Count: > 0 } list && list[random.Next(list.Count)] is JsonObject inner ? inner : target[name];
            if (child is JsonObject { Count: > 0 } next && random.Next(4) > 0)
            {
                target = next;
                continue;
            }

            switch (random.Next(5))
            {
                case 0: target.Remove(name); break;
                case 1: target[name] = new JsonObject(); break;
                case 2: target[name] = random.Next(); break;
                case 3: target[name] = new JsonArray(); break;
                default: target[name] = null; break;
            }

            return json;
        }
    }
}
