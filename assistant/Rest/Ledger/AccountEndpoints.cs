using System.Security.Cryptography;
using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.Assistant.Rest.Responses;
using VoiceMed.Ledger;
using VoiceMed.Ledger.Accounts;
using VoiceMed.Ledger.Browsing;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Rest.Ledger;

/// <summary>Accounts: who may act, with which keys, and everything an account did. An admin changes accounts of the own hospital.</summary>
internal static class AccountEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ledger/accounts", GetAccounts).WithName("getAccounts").WithTags("ledger").WithSummary("All accounts.");
        routes.MapGet("/ledger/accounts/{account}", GetAccount).WithName("getAccount").WithTags("ledger").WithSummary("One account: status, role, keys.");
        routes.MapGet("/ledger/accounts/{account}/transactions", GetTransactions).WithName("getAccountTransactions").WithTags("ledger")
            .WithSummary("The full history of an account, newest first. For the account itself, auditors and admins.");
        routes.MapPost("/ledger/accounts", CreateAsync).WithName("createAccount").WithTags("ledger").Accepts<NewAccount>("application/json")
            .WithSummary("Creates an account of the caller's hospital. For the hospital's admin or manager.");
        routes.MapPut("/ledger/accounts/{account}/status", SetStatusAsync).WithName("setAccountStatus").WithTags("ledger")
            .Accepts<NewStatus>("application/json").WithSummary("Suspends, re-activates or revokes an account.");
        routes.MapPut("/ledger/accounts/{account}/role", SetRoleAsync).WithName("setAccountRole").WithTags("ledger")
            .Accepts<NewRole>("application/json").WithSummary("Gives an account another role.");
        routes.MapPut("/ledger/accounts/{account}/keys/{key}", AddKeyAsync).WithName("addAccountKey").WithTags("ledger")
            .Accepts<NewKey>("application/json").WithSummary("Registers a public key of an account.");
        routes.MapDelete("/ledger/accounts/{account}/keys/{key}", RevokeKeyAsync).WithName("revokeAccountKey").WithTags("ledger")
            .WithSummary("Revokes a key of an account; its tokens are refused from then on.");
    }

    private static JsonAnswer<RestPage<AccountResource>> GetAccounts(HttpContext http, EmbeddedLedger ledger, [AsParameters] PageQuery page)
    {
        var language = RestLanguage.Of(http);
        return new(Paging.Cut(ledger.Accounts.List().Select(a => AccountResource.Of(a, language)).ToArray(), a => a.Id, page));
    }

    private static JsonAnswer<AccountResource> GetAccount(HttpContext http, EmbeddedLedger ledger, string account) =>
        new(AccountResource.Of(Find(ledger, account), RestLanguage.Of(http)));

    private static JsonAnswer<RestPage<TransactionView>> GetTransactions(
        HttpContext http, EmbeddedLedger ledger, LedgerBrowser browser, string account, [AsParameters] PageQuery page)
    {
        var caller = CallerFilter.Of(http);
        if (caller.Account.Id.Value != account)
        {
            caller.WithRole(CallerRoles.Admin, CallerRoles.Auditor);
        }

        var found = Find(ledger, account);
        return new(Paging.Cut(browser.TransactionsOf(found.Id, int.MaxValue), t => $"{t.Sequence}", page));
    }

    private static async Task<JsonAnswer<AppendReceipt>> CreateAsync(HttpContext http, EmbeddedLedger ledger, CancellationToken cancellation)
    {
        var caller = CallerFilter.Of(http).WithRole(CallerRoles.Admin, CallerRoles.Manager);
        var account = await RestBody.ReadAsync<NewAccount>(http, cancellation).ConfigureAwait(false);
        var receipt = await ledger.Accounts.CreateAsync(
            new DoctorId(account.Id), account.Name, Role(account.Role), caller.Account.Hospital, cancellation).ConfigureAwait(false);
        return new(receipt, receipt.Duplicate ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static async Task<JsonAnswer<AppendReceipt>> SetStatusAsync(
        HttpContext http, EmbeddedLedger ledger, string account, CancellationToken cancellation)
    {
        var id = Administered(http, ledger, account);
        var body = await RestBody.ReadAsync<NewStatus>(http, cancellation).ConfigureAwait(false);
        return new(await ledger.Accounts.SetStatusAsync(id, body.Status, cancellation).ConfigureAwait(false));
    }

    private static async Task<JsonAnswer<AppendReceipt>> SetRoleAsync(
        HttpContext http, EmbeddedLedger ledger, string account, CancellationToken cancellation)
    {
        var id = Administered(http, ledger, account);
        var body = await RestBody.ReadAsync<NewRole>(http, cancellation).ConfigureAwait(false);
        return new(await ledger.Accounts.SetRoleAsync(id, Role(body.Role), cancellation).ConfigureAwait(false));
    }

    private static async Task<JsonAnswer<AppendReceipt>> AddKeyAsync(
        HttpContext http, EmbeddedLedger ledger, string account, string key, CancellationToken cancellation)
    {
        var id = Administered(http, ledger, account);
        var body = await RestBody.ReadAsync<NewKey>(http, cancellation).ConfigureAwait(false);
        return new(await ledger.Accounts.AddKeyAsync(id, key, PublicKey(body.PublicKey), cancellation).ConfigureAwait(false));
    }

    private static async Task<JsonAnswer<AppendReceipt>> RevokeKeyAsync(
        HttpContext http, EmbeddedLedger ledger, string account, string key, CancellationToken cancellation) =>
        new(await ledger.Accounts.RevokeKeyAsync(Administered(http, ledger, account), key, cancellation).ConfigureAwait(false));

    private static DoctorId Administered(HttpContext http, EmbeddedLedger ledger, string account)
    {
        var caller = CallerFilter.Of(http).WithRole(CallerRoles.Admin, CallerRoles.Manager);
        var found = Find(ledger, account);
        caller.ForHospital(found.Hospital);
        return found.Id;
    }

    private static Account Find(EmbeddedLedger ledger, string account) => ledger.Accounts.Find(new DoctorId(account))
        ?? throw new RestException(StatusCodes.Status404NotFound, "account.unknown", "There is no such account.");

    // The channel's own roles go with its own keys; an account that could be given one could govern.
    private static string Role(string role) => !string.IsNullOrWhiteSpace(role) && role is not (CallerRoles.Council or CallerRoles.Manager)
        ? role
        : throw new RestException(
            StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid, "The role must be a word that is neither council nor manager: those go with the channel's keys.");

    private static byte[] PublicKey(string pem)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            return key.KeySize == 256
                ? key.ExportSubjectPublicKeyInfo()
                : throw new RestException(StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid, "The key must be an ECDSA key on P-256.");
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw new RestException(StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid, "publicKey must be a public key in PEM.");
        }
    }

    internal sealed record NewAccount(string Id, BilingualText Name, string Role);

    internal sealed record NewStatus(AccountStatus Status);

    internal sealed record NewRole(string Role);

    internal sealed record NewKey(string PublicKey);

    internal sealed record AccountResource(string Id, string Name, string Role, string HospitalId, string Status, IReadOnlyList<string> Keys)
    {
        public static AccountResource Of(Account account, string language) => new(
            account.Id.Value, account.Name.In(language), account.Role, account.Hospital.Value,
            account.Status.ToString().ToLowerInvariant(), account.Keys.Keys.Order(StringComparer.Ordinal).ToArray());
    }
}
