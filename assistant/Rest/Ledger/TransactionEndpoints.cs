using System.Globalization;
using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.Assistant.Rest.Responses;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Browsing;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Rest.Ledger;

/// <summary>Transactions: read and validate what stands in the chains, append a record.</summary>
internal static class TransactionEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ledger/transactions", GetTransactionsAsync).WithName("getTransactions").WithTags("ledger")
            .WithSummary("The transactions, oldest first; sealed content is not opened. For auditors and admins.");
        routes.MapGet("/ledger/transactions/{sequence:long}", GetTransactionAsync).WithName("getTransaction").WithTags("ledger")
            .WithSummary("One transaction by its number. For auditors and admins.");
        routes.MapGet("/ledger/transactions/{sequence:long}/validity", GetValidityAsync).WithName("validateTransaction").WithTags("ledger")
            .WithSummary("Whether a transaction's link, content and signature hold.");
        routes.MapPost("/ledger/transactions", PostAsync).WithName("createTransaction").WithTags("ledger")
            .Accepts<LedgerRecord>("application/json")
            .WithSummary("Appends a record for the caller's hospital. The header Idempotency-Key makes a second delivery harmless.");
    }

    private static async Task<JsonAnswer<TransactionPage>> GetTransactionsAsync(
        HttpContext http, ILedgerBrowser browser, [AsParameters] PageQuery page, CancellationToken cancellation)
    {
        CallerFilter.Of(http).WithRole(CallerRoles.Admin, CallerRoles.Auditor);
        var limit = Paging.Limit(page.Limit);
        var after = page.After is null ? 0
            : long.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new RestException(StatusCodes.Status400BadRequest, ProblemCode.ParameterInvalid, "after must be a transaction's number.");
        var found = await browser.GetTransactionsAsync(after, limit + 1, cancellation).ConfigureAwait(false);
        var count = await browser.CountAsync(cancellation).ConfigureAwait(false);
        var items = found.Take(limit).ToArray();
        return new(new TransactionPage(
            items, count, found.Count > limit ? items[^1].Sequence.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<JsonAnswer<TransactionView>> GetTransactionAsync(
        HttpContext http, ILedgerBrowser browser, long sequence, CancellationToken cancellation)
    {
        CallerFilter.Of(http).WithRole(CallerRoles.Admin, CallerRoles.Auditor);
        return new(await browser.FindTransactionAsync(sequence, cancellation).ConfigureAwait(false) ?? throw Unknown());
    }

    private static async Task<JsonAnswer<TransactionVerdict>> GetValidityAsync(ILedgerBrowser browser, long sequence, CancellationToken cancellation) =>
        new(await browser.ValidateAsync(sequence, cancellation).ConfigureAwait(false) ?? throw Unknown());

    private static async Task<JsonAnswer<AppendReceipt>> PostAsync(HttpContext http, IClinicalLedger ledger, CancellationToken cancellation)
    {
        var caller = CallerFilter.Of(http).WithRole(CallerRoles.System, CallerRoles.Manager, "doctor", "nurse");
        var key = RestBody.Header(http, "Idempotency-Key");
        var record = await RestBody.ReadAsync<LedgerRecord>(http, cancellation).ConfigureAwait(false);
        caller.ForHospital(HospitalOf(record));
        if (record is DocumentInfo)
        {
            throw new RestException(
                StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid, "A document needs its content: send it as a FHIR DocumentReference to /fhir.");
        }

        var receipt = await ledger.AppendAsync(record, new WriteContext(caller.Account.Hospital, key), cancellation).ConfigureAwait(false);
        return new(receipt, receipt.Duplicate ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static HospitalId? HospitalOf(LedgerRecord record) => record switch
    {
        HospitalVisit visit => visit.Hospital,
        Observation observation => observation.Hospital,
        Medication medication => medication.Hospital,
        Allergy allergy => allergy.Hospital,
        Diagnosis diagnosis => diagnosis.Hospital,
        LabResult lab => lab.Hospital,
        _ => null,
    };

    private static RestException Unknown() => new(StatusCodes.Status404NotFound, ProblemCode.NotFound, "There is no transaction of this number.");
}
