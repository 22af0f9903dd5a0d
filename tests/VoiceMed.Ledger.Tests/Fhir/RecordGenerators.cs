using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using VoiceMed.Ledger.Fhir.Terminology;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Tests.Fhir;

/// <summary>Random records of every kind, over the values a hospital can write.</summary>
internal static class RecordGenerators
{
    private static readonly Gen<string> Word = Gen.Elements(
        "Пневмония", "острая", "боль в груди", "ё", "Pneumonia", "acute", "O'Neil \"quoted\"", "<b>&amp;", "10 мг", "q8h", "naïve", "日本", "😀");

    private static readonly Gen<string> Words = Gen.NonEmptyListOf(Word).Select(w => string.Join(' ', w.Take(4)));

    private static readonly Gen<BilingualText> Text = Gen.OneOf(
        Words.SelectMany(_ => Words, (ru, en) => new BilingualText(ru, en)),
        Words.Select(ru => new BilingualText(ru, null)),
        Words.Select(en => new BilingualText(null, en)));

    private static readonly Gen<string> Id =
        Gen.NonEmptyListOf(Gen.Elements("abcXYZ019-._ |/#ж".ToCharArray())).Select(c => "r" + new string(c.Take(70).ToArray()));

    private static readonly Gen<PatientId> Patient = Id.Select(i => new PatientId(i));
    private static readonly Gen<HospitalId> Hospital = Id.Select(i => new HospitalId(i));
    private static readonly Gen<LocalDate> Day = Gen.Choose(0, 60_000).Select(d => new LocalDate(1900, 1, 1).PlusDays(d));
    private static readonly Gen<int> Nanosecond = Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 999).Select(ms => ms * 1_000_000), Gen.Choose(0, 999_999_999));

    private static readonly Gen<Instant> Moment = Gen.Choose(0, int.MaxValue)
        .SelectMany(_ => Nanosecond, (s, n) => Instant.FromUnixTimeSeconds(s).PlusNanoseconds(n));

    private static readonly Gen<decimal> Amount =
        Gen.Choose(-9_999_999, 9_999_999).SelectMany(_ => Gen.Choose(0, 6), (n, scale) => new decimal(Math.Abs(n), 0, 0, n < 0, (byte)scale));

    private static readonly Gen<Sensitivity> Label = Gen.Elements(Enum.GetValues<Sensitivity>());

    public static Arbitrary<LedgerRecord> All() => Gen.OneOf(
        PatientRecord, Visit, Document, Vital, Lab, Medicine, AllergyRecord, DiagnosisRecord, ConsentRecord, Access).ToArbitrary();

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.OneOf(Gen.Constant<T?>(null), gen.Select(v => (T?)v));

    private static Gen<T?> MaybeValue<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), gen.Select(v => (T?)v));

    private static Gen<LedgerRecord> PatientRecord =>
        from patient in Patient
        from name in Text.Select(t => new BilingualText(Spaced(t.Ru), Spaced(t.En)))
        from birth in Day
        from sex in Gen.Elements<string?>("female", "male", null)
        from ward in MaybeValue(Hospital)
        from bed in Maybe(Gen.Elements("3-2", "12"))
        select (LedgerRecord)new Patient
        {
            Id = patient.Value,
            Patient = patient,
            Name = name,
            BirthDate = birth,
            Sex = sex,
            Ward = ward,
            Bed = bed,
        };

    private static Gen<LedgerRecord> Visit =>
        from id in Id
        from patient in Patient
        from hospital in Hospital
        from name in Text
        from department in Gen.Elements("cardiology", "intensive_care", "unspecified", "отделение сна")
        from begin in Day
        from stay in MaybeValue(Gen.Choose(0, 90))
        from reason in Text
        select (LedgerRecord)new HospitalVisit
        {
            Id = id,
            Patient = patient,
            Hospital = hospital,
            HospitalName = name,
            Department = department,
            Date = begin,
            EndDate = stay is { } days ? begin.PlusDays(days) : null,
            Reason = reason,
        };

    private static Gen<LedgerRecord> Document =>
        from id in Id
        from patient in Patient
        from hospital in Hospital
        from name in Text
        from kind in Gen.Elements<string>([.. DocumentKinds.All])
        from title in Text
        from day in Day
        from type in Gen.Elements("text/plain; charset=utf-8", "application/pdf")
        from size in Gen.Choose(0, int.MaxValue)
        from commitment in Maybe(Gen.Constant(new string('a', 64)))
        from label in Label
        select (LedgerRecord)new DocumentInfo
        {
            Id = id,
            Patient = patient,
            Hospital = hospital,
            HospitalName = name,
            Kind = kind,
            Title = title,
            Date = day,
            ContentType = type,
            Size = size,
            Commitment = commitment,
            Sensitivity = label,
        };

    private static Gen<LedgerRecord> Vital =>
        from id in Id
        from patient in Patient
        from code in Gen.Elements<VitalCode>([.. VitalCodes.All])
        from share in Gen.Choose(0, 1000)
        from time in Moment
        from hospital in Hospital
        from device in Maybe(Id)
        from home in Gen.Elements(true, false)
        let value = Math.Round(code.Minimum + ((code.Maximum - code.Minimum) * share / 1000m), 2)
        select (LedgerRecord)new Observation
        {
            Id = id,
            Patient = patient,
            Vital = code.Vital,
            Value = value,
            SecondValue = code.Vital == VitalCodes.BloodPressure ? value / 2 : null,
            Unit = code.Unit,
            Time = time,
            Hospital = device is null || !home ? hospital : null,
            Device = device,
        };

    private static Gen<LedgerRecord> Lab =>
        from id in Id
        from patient in Patient
        from test in Gen.Elements(LabCodes.All.Select(l => l.Test).Append("loinc:2039-6").Append("own test").ToArray())
        from name in Text
        from value in Amount
        from low in MaybeValue(Amount)
        from high in MaybeValue(Amount)
        from time in Moment
        from hospital in Hospital
        from label in Label
        select (LedgerRecord)new LabResult
        {
            Id = id,
            Patient = patient,
            Test = test,
            TestName = name,
            Value = value,
            Unit = "mmol/L",
            Low = low,
            High = high,
            Time = time,
            Hospital = hospital,
            Sensitivity = label,
        };

    private static Gen<LedgerRecord> Medicine =>
        from id in Id
        from patient in Patient
        from name in Text
        from dose in Text
        from begin in Day
        from course in MaybeValue(Gen.Choose(0, 400))
        from hospital in Hospital
        select (LedgerRecord)new Medication
        {
            Id = id,
            Patient = patient,
            Name = name,
            Dose = dose,
            Start = begin,
            End = course is { } days ? begin.PlusDays(days) : null,
            Hospital = hospital,
        };

    private static Gen<LedgerRecord> AllergyRecord =>
        from id in Id
        from patient in Patient
        from substance in Text
        from reaction in Maybe(Text)
        from criticality in Gen.Elements("low", "high", "unable-to-assess")
        from none in Gen.Elements(true, false)
        from day in Day
        from hospital in Hospital
        select (LedgerRecord)new Allergy
        {
            Id = id,
            Patient = patient,
            Substance = substance,
            Reaction = reaction,
            Criticality = criticality,
            NoneKnown = none,
            Recorded = day,
            Hospital = hospital,
        };

    private static Gen<LedgerRecord> DiagnosisRecord =>
        from id in Id
        from patient in Patient
        from code in Gen.Elements("I21.0", "J18", "E11.65", "B20")
        from name in Text
        from day in Day
        from active in Gen.Elements(true, false)
        from hospital in Hospital
        from label in Label
        select (LedgerRecord)new Diagnosis
        {
            Id = id,
            Patient = patient,
            Code = code,
            Name = name,
            Date = day,
            Active = active,
            Hospital = hospital,
            Sensitivity = label,
        };

    private static Gen<LedgerRecord> ConsentRecord =>
        from id in Id
        from patient in Patient
        from permit in Gen.Elements(true, false)
        from kind in Gen.Elements(Enum.GetValues<GranteeKind>())
        from grantee in Id
        from kinds in Gen.Elements<string[]>(["*"], ["visit"], ["document", "lab"])
        from purpose in Gen.Elements("*", "TREAT", "HRESCH")
        from begin in Moment
        from seconds in MaybeValue(Gen.Choose(1, 100_000_000))
        from revokes in Maybe(Id)
        select (LedgerRecord)new Consent
        {
            Id = id,
            Patient = patient,
            Permit = permit,
            GranteeKind = kind,
            Grantee = kind == GranteeKind.Anyone ? "*" : grantee,
            Kinds = kinds,
            Purpose = purpose,
            ValidFrom = begin,
            ValidUntil = seconds is { } s ? begin.Plus(Duration.FromSeconds(s)) : null,
            Revokes = revokes,
        };

    private static Gen<LedgerRecord> Access =>
        from id in Id
        from patient in Patient
        from time in Moment
        from doctor in MaybeValue(Id.Select(i => new DoctorId(i)))
        from name in Maybe(Text)
        from role in Maybe(Gen.Elements("doctor", "nurse"))
        from granted in Gen.Elements(true, false)
        from trust in MaybeValue(Gen.Choose(-8000, 8000).Select(t => t / 1000.0))
        from turn in Maybe(Id)
        from terminal in Maybe(Id)
        select (LedgerRecord)new AccessRecord
        {
            Id = id,
            Patient = patient,
            Time = time,
            Doctor = doctor,
            DoctorName = name,
            Role = role,
            Operation = "getHospitalVisits",
            Purpose = "TREAT",
            Granted = granted,
            Reason = "consent.permit:c-12",
            Trust = trust,
            Turn = turn,
            Terminal = terminal,
        };

    // A name is kept part by part: runs of spaces are not part of it.
    private static string? Spaced(string? text) => text is null ? null : string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
