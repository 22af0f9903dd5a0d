using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Serialization;

/// <summary>
/// Records as JSON (RFC 8259): what the ledger commits to, exports and sends. One record has exactly one encoding:
/// UTF-8 without blanks, members in the order of their declaration, base type first, absent members left out, names in
/// camel case, identifiers as plain strings, dates and instants as ISO 8601. Thread-safe.
/// </summary>
public static class RecordJson
{
    /// <summary>The options that give the canonical encoding; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The record's canonical encoding, without <see cref="LedgerRecord.Entry"/>, which depends on where it stands.</summary>
    public static byte[] Encode(LedgerRecord entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return JsonSerializer.SerializeToUtf8Bytes(entry.Entry is null ? entry : entry with { Entry = null }, Options);
    }

    /// <summary>Reads a record back.</summary>
    /// <exception cref="JsonException">The bytes are not a record.</exception>
    public static LedgerRecord Decode(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<LedgerRecord>(json, Options) ?? throw new JsonException("The record is null.");
        }
        catch (NotSupportedException e)
        {
            throw new JsonException("The record names no known type.", e);
        }
    }

    /// <summary>The name a record's type has in its JSON and in consents, for example <c>visit</c>.</summary>
    public static string KindOf(LedgerRecord entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry switch
        {
            Patient => "patient",
            HospitalVisit => "visit",
            DocumentInfo => "document",
            Observation => "observation",
            Medication => "medication",
            Allergy => "allergy",
            Diagnosis => "diagnosis",
            LabResult => "lab",
            Consent => "consent",
            AccessRecord => "access",
            EmergencyAccess => "emergency",
            _ => throw new ArgumentException($"{entry.GetType().Name} is not a kind of record the ledger knows.", nameof(entry)),
        };
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowOutOfOrderMetadataProperties = false,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new TextConverter<PatientId>(static text => new PatientId(text), static id => id.Value));
        options.Converters.Add(new TextConverter<HospitalId>(static text => new HospitalId(text), static id => id.Value));
        options.Converters.Add(new TextConverter<DoctorId>(static text => new DoctorId(text), static id => id.Value));
        options.Converters.Add(new TextConverter<DocumentId>(static text => new DocumentId(text), static id => id.Value));
        options.Converters.Add(NodaConverters.LocalDate);
        options.Converters.Add(NodaConverters.Instant);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
