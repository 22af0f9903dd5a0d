using System.Text.Json;
using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.Assistant.Rest.Responses;
using VoiceMed.Ledger;
using VoiceMed.Ledger.Browsing;
using VoiceMed.Ledger.Contracts;
using VoiceMed.Ledger.Governance;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Browsing;

namespace VoiceMed.Assistant.Rest.Ledger;

/// <summary>Contracts: deploy and upgrade by the council's agreement, list, invoke, evaluate, and the calls that were made.</summary>
internal static class ContractEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ledger/contracts", GetContracts).WithName("getContracts").WithTags("ledger")
            .WithSummary("The contracts with the version that is in force.");
        routes.MapGet("/ledger/contracts/{contract}", GetContract).WithName("getContract").WithTags("ledger")
            .WithSummary("A contract's approved versions, oldest first; the last one is in force.");
        routes.MapPost("/ledger/contracts", ProposeAsync).WithName("deployContract").WithTags("ledger").Accepts<NewContract>("application/json")
            .WithSummary("Proposes a contract, or a new version of one; it is in force once the council has agreed (approveProposal). For members of the council.");
        routes.MapGet("/ledger/contracts/{contract}/calls", GetCalls).WithName("getContractCalls").WithTags("ledger")
            .WithSummary("The calls that changed something, newest first, with what they wrote. For auditors, admins and the council.");
        routes.MapPost("/ledger/contracts/{contract}/calls", InvokeAsync).WithName("invokeContract").WithTags("ledger").Accepts<Call>("application/json")
            .WithSummary("Calls a contract in the caller's name. The header Idempotency-Key makes a second delivery harmless.");
        routes.MapPost("/ledger/contracts/{contract}/evaluations", EvaluateAsync).WithName("evaluateContract").WithTags("ledger").Accepts<Call>("application/json")
            .WithSummary("Asks a contract without changing anything.");
    }

    private static JsonAnswer<RestPage<ContractVersion>> GetContracts(EmbeddedLedger ledger, [AsParameters] PageQuery page) =>
        new(Paging.Cut(ledger.Contracts.List(), c => c.Name, page));

    private static JsonAnswer<RestPage<ContractVersion>> GetContract(EmbeddedLedger ledger, string contract, [AsParameters] PageQuery page)
    {
        var versions = ledger.Contracts.Versions(contract);
        return versions.Count > 0
            ? new(Paging.Cut(versions, c => c.Version, page))
            : throw new RestException(StatusCodes.Status404NotFound, "contract.unknown", "The council has approved no such contract.");
    }

    private static async Task<JsonAnswer<ProposalState>> ProposeAsync(HttpContext http, EmbeddedLedger ledger, CancellationToken cancellation)
    {
        var member = CallerFilter.Of(http).WithRole(CallerRoles.Council).Account.Key;
        var contract = await RestBody.ReadAsync<NewContract>(http, cancellation).ConfigureAwait(false);
        return new(
            await ledger.Contracts.ProposeAsync(member, contract.Assembly, contract.Name, contract.Version, contract.Type, cancellation).ConfigureAwait(false),
            StatusCodes.Status201Created);
    }

    private static JsonAnswer<RestPage<TransactionView>> GetCalls(
        HttpContext http, EmbeddedLedger ledger, LedgerBrowser browser, string contract, [AsParameters] PageQuery page)
    {
        CallerFilter.Of(http).WithRole(CallerRoles.Admin, CallerRoles.Auditor, CallerRoles.Council);
        return new(Paging.Cut(browser.View(ledger.Contracts.Calls(contract)), t => $"{t.Sequence}", page));
    }

    private static async Task<JsonAnswer<CallAnswer>> InvokeAsync(
        HttpContext http, EmbeddedLedger ledger, string contract, CancellationToken cancellation)
    {
        var caller = CallerFilter.Of(http).ThatMayAct();
        var key = RestBody.Header(http, "Idempotency-Key");
        var call = await ReadCallAsync(http, cancellation).ConfigureAwait(false);
        var (done, receipt) = await ledger.Contracts.InvokeAsync(
            contract, call.Method, call.Arguments ?? default, Name(caller), new WriteContext(caller.Account.Hospital, key), cancellation).ConfigureAwait(false);
        return new(
            new CallAnswer(done.Version, done.Result, receipt),
            receipt.Duplicate ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static async Task<JsonAnswer<Answer>> EvaluateAsync(HttpContext http, EmbeddedLedger ledger, string contract, CancellationToken cancellation)
    {
        var caller = CallerFilter.Of(http).ThatMayAct();
        var call = await ReadCallAsync(http, cancellation).ConfigureAwait(false);
        return new(new Answer(await ledger.Contracts.EvaluateAsync(
            contract, call.Method, call.Arguments ?? default, Name(caller), cancellation).ConfigureAwait(false)));
    }

    private static async Task<Call> ReadCallAsync(HttpContext http, CancellationToken cancellation)
    {
        var call = await RestBody.ReadAsync<Call>(http, cancellation).ConfigureAwait(false);
        return !string.IsNullOrEmpty(call.Method)
            ? call
            : throw new RestException(StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid, "method must say what the contract is to do.");
    }

    // Who acts, not which system speaks for whom: a clinician in whose name the hospital's system calls is the caller.
    private static string Name(Caller caller) => caller.Account.Role is CallerRoles.Manager or CallerRoles.Council
        ? caller.Account.Key
        : caller.Access.Doctor!.Value.Value;

    /// <summary>A contract to propose.</summary>
    /// <param name="Name">Its name, as its type says it.</param>
    /// <param name="Version">Its version, as its type says it.</param>
    /// <param name="Type">The full name of its type.</param>
    /// <param name="Assembly">The assembly's bytes, base64; at most 8 MB.</param>
    internal sealed record NewContract(string Name, string Version, string Type, byte[] Assembly);

    /// <summary>A call.</summary>
    /// <param name="Method">What to do.</param>
    /// <param name="Arguments">With what; nothing may be left out.</param>
    internal sealed record Call(string Method, JsonElement? Arguments = null);

    internal sealed record CallAnswer(string Version, JsonElement? Result, AppendReceipt Receipt);

    internal sealed record Answer(JsonElement? Result);
}
