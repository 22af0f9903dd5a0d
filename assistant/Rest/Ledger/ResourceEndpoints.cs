using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.Assistant.Rest.Responses;
using VoiceMed.Ledger.Resources;
using VoiceMed.Ledger.Resources.Events;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Rest.Ledger;

/// <summary>Medicines and devices: authenticity, stock, turnover, procurement.</summary>
internal static class ResourceEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var resources = routes.MapGroup("/ledger/resources").WithTags("resources");
        resources.MapGet("/verdict", GetVerdictAsync).WithName("verifyResource")
            .WithSummary("Whether a scanned package or device is genuine, expired, recalled, unknown or already used.");
        resources.MapGet("/stock", GetStockAsync).WithName("getStock").WithSummary("What is in stock, with reserve and the minimum of 97 % of the norm.");
        resources.MapGet("/turnover", GetTurnoverAsync).WithName("getTurnover").WithSummary("The turnover of a calendar quarter.");
        resources.MapGet("/procurements", GetProcurementsAsync).WithName("getProcurements").WithSummary("Procurement requests with their offers, the open ones first.");
        resources.MapPost("/events", PostAsync).WithName("recordResourceEvent").Accepts<ResourceEvent>("application/json")
            .WithSummary("Records an event for the caller's hospital. The header Idempotency-Key makes a second delivery harmless.");
    }

    private static async Task<JsonAnswer<ResourceVerdict>> GetVerdictAsync(
        HttpContext http, IClinicalLedger ledger, string code, CancellationToken cancellation) =>
        new(await ledger.VerifyResourceAsync(code, CallerFilter.Of(http).Access, cancellation).ConfigureAwait(false));

    private static async Task<JsonAnswer<RestPage<StockLevel>>> GetStockAsync(
        HttpContext http, IClinicalLedger ledger, string? item, string? hospitalId, [AsParameters] PageQuery page, CancellationToken cancellation)
    {
        var stock = await ledger.GetStockAsync(item, Hospital(hospitalId), CallerFilter.Of(http).Access, cancellation).ConfigureAwait(false);
        return new(Paging.Cut(stock, s => $"{s.Hospital}:{s.Resource.In("ru")}", page));
    }

    private static async Task<JsonAnswer<RestPage<TurnoverLine>>> GetTurnoverAsync(
        IResourceBook book, int year, int quarter, string? hospitalId, [AsParameters] PageQuery page, CancellationToken cancellation)
    {
        if (year is < 2000 or > 9998 || quarter is < 1 or > 4)
        {
            throw new RestException(StatusCodes.Status400BadRequest, ProblemCode.ParameterInvalid, "year must lie between 2000 and 9998 and quarter between 1 and 4.");
        }

        var lines = await book.GetTurnoverAsync(Hospital(hospitalId), year, quarter, cancellation).ConfigureAwait(false);
        return new(Paging.Cut(lines, l => $"{l.Hospital}:{l.Gtin}", page));
    }

    private static async Task<JsonAnswer<RestPage<ProcurementState>>> GetProcurementsAsync(
        IResourceBook book, [AsParameters] PageQuery page, CancellationToken cancellation) =>
        new(Paging.Cut(await book.GetProcurementsAsync(cancellation).ConfigureAwait(false), p => p.Request.Request, page));

    private static async Task<JsonAnswer<AppendReceipt>> PostAsync(HttpContext http, IResourceBook book, CancellationToken cancellation)
    {
        var caller = CallerFilter.Of(http).WithRole(CallerRoles.System, CallerRoles.Admin, CallerRoles.Manager);
        var key = RestBody.Header(http, "Idempotency-Key");
        var entry = await RestBody.ReadAsync<ResourceEvent>(http, cancellation).ConfigureAwait(false);
        caller.ForHospital(entry switch
        {
            StockMoved moved => moved.Hospital,
            StockNormSet norm => norm.Hospital,
            ProcurementRequested request => request.Hospital,
            ItemTransferred transfer => new HospitalId(transfer.From),
            ItemUsed use => new HospitalId(use.By),
            _ => null,
        });
        var receipt = await book.RecordAsync(entry, caller.Account.Hospital, key, cancellation).ConfigureAwait(false);
        return new(receipt, receipt.Duplicate ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static HospitalId? Hospital(string? id) => string.IsNullOrEmpty(id) ? null : new HospitalId(id);
}
