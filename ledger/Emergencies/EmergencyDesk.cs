using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using VoiceMed.Ledger.Access;
using VoiceMed.Ledger.Keys;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Emergencies;

/// <summary>
/// Emergency accesses (break-glass): opened by a named doctor for one patient and a short time, reviewed by somebody else
/// afterwards. Both are entries; nothing is ever taken back. Thread-safe.
/// </summary>
internal sealed class EmergencyDesk(LedgerStore store)
{
    /// <summary>How long an emergency access lasts.</summary>
    public static Duration TimeBox { get; } = Duration.FromMinutes(30);

    /// <summary>The longest reason that is kept, in characters.</summary>
    private const int MaxReasonLength = 2000;

    /// <summary>Those of a patient that began within the time box before now.</summary>
    public static IReadOnlyList<EmergencyAccess> MayBeOpen(LedgerReader reader, PatientId patient, Instant now) =>
    [
        .. RecordReader.Query<EmergencyAccess>(reader, ChainName.Emergency, "emergency", now - TimeBox - Duration.FromSeconds(1))
            .Select(static found => found.Record)
            .Where(record => record.Patient == patient),
    ];

    /// <summary>Opens one, and leaves the notice of it in the patient's own chain.</summary>
    public ValueTask<EmergencyAccess> OpenAsync(PatientId patient, DoctorId doctor, string reason, AccessContext access, CancellationToken cancellation) =>
        store.TransactAsync(
            transaction =>
            {
                var key = access.Turn is null ? null : $"{access.Turn}\nemergency\n{patient}";
                if (key is not null && transaction.FindDelivery(SigningKeys.Machine, key) is { } before)
                {
                    return RecordReader.Open<EmergencyAccess>(transaction, before).Record;
                }

                var from = LedgerClient.Entries.EntryCodec.Cut(transaction.Now);
                var opened = new EmergencyAccess
                {
                    Id = "emergency-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
                    Patient = patient,
                    Doctor = doctor,
                    Reason = reason.Trim() is { Length: > MaxReasonLength } tooLong ? tooLong[..MaxReasonLength] : reason.Trim(),
                    From = from,
                    Until = from + TimeBox,
                };
                var receipt = transaction.Append(EntryDraft.Of(opened, ChainName.Emergency, SigningKeys.Machine) with { IdempotencyKey = key });
                transaction.Append(new EntryDraft
                {
                    Chain = ChainName.Patient(patient),
                    Kind = "emergency-notice",
                    Writer = SigningKeys.Machine,
                    Payload = JsonSerializer.SerializeToUtf8Bytes(
                        new { emergency = opened.Id, doctor = doctor.Value, from = opened.From, until = opened.Until }, RecordJson.Options),
                });
                return opened with { Entry = receipt.Entry };
            },
            cancellation);

    /// <summary>All of them with their reviews: open reviews first, then newest first.</summary>
    public static IReadOnlyList<EmergencyAccess> List(LedgerReader reader, bool unreviewedOnly)
    {
        var reviews = Reviews(reader);
        return
        [
            .. RecordReader.Query<EmergencyAccess>(reader, ChainName.Emergency, "emergency")
                .Select(found => Reviewed(found.Record, reviews.GetValueOrDefault(found.Record.Id)))
                .Where(record => !unreviewedOnly || !record.Reviewed)
                .OrderBy(static record => record.Reviewed),
        ];
    }

    /// <summary>Records a review.</summary>
    /// <exception cref="LedgerRejectedException"><c>emergency.unknown</c>, <c>emergency.reviewed</c>, <c>emergency.own</c>.</exception>
    public ValueTask<EmergencyAccess> ReviewAsync(string emergency, bool justified, DoctorId reviewer, CancellationToken cancellation) =>
        store.TransactAsync(
            transaction =>
            {
                var known = List(transaction, unreviewedOnly: false).FirstOrDefault(record => record.Id == emergency)
                    ?? throw new LedgerRejectedException("emergency.unknown", "There is no emergency access with that identifier; see 'voicemed emergency list'.");
                if (known.Reviewed)
                {
                    throw new LedgerRejectedException("emergency.reviewed", $"{known.Reviewer} has reviewed it already: {known.Outcome}.");
                }

                if (known.Doctor == reviewer)
                {
                    throw new LedgerRejectedException("emergency.own", "Nobody reviews an emergency access of their own.");
                }

                var review = new EmergencyReview(emergency, justified, reviewer.Value, transaction.Now);
                transaction.Append(new EntryDraft
                {
                    Chain = ChainName.Emergency,
                    Kind = EmergencyReview.Kind,
                    Writer = SigningKeys.Machine,
                    Payload = JsonSerializer.SerializeToUtf8Bytes(review, RecordJson.Options),
                });
                return Reviewed(known, review);
            },
            cancellation);

    private static Dictionary<string, EmergencyReview> Reviews(LedgerReader reader) =>
        reader.Query(ChainName.Emergency, EmergencyReview.Kind)
            .Select(entry => JsonSerializer.Deserialize<EmergencyReview>(reader.Open(entry), RecordJson.Options)!)
            .ToDictionary(static review => review.Emergency, StringComparer.Ordinal);

    private static EmergencyAccess Reviewed(EmergencyAccess opened, EmergencyReview? review) => review is null ? opened : opened with
    {
        Reviewed = true,
        Reviewer = review.Reviewer,
        Outcome = review.Justified ? "justified" : "unjustified",
    };
}
