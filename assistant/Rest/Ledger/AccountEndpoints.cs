using System.Security.Cryptography;
using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.Assistant.Rest.Responses;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Browsing;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Rest.Ledger;

/// <summary>Accounts: who may act, with which keys, and everything an account did. An admin changes accounts of the own hospital.</summary>
internal static class AccountEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ledger/accounts", GetAccountsAsync).WithName("getAccounts").WithTags("ledger").WithSummary("All accounts.");
        routes.MapGet("/ledger/accounts/{account}", GetAccountAsync).WithName("getAccount").WithTags("ledger").WithSummary("One account: status, role, keys.");
        routes.MapGet("/ledger/accounts/{account}/transactions", GetTransactionsAsync).WithName("getAccountTransactions").WithTags("ledger")
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

    private static async Task<JsonAnswer<RestPage<AccountResource>>> GetAccountsAsync(
        HttpContext http, IAccountRegister accounts, [AsParameters] PageQuery page, CancellationToken cancellation)
    {
        var language = RestLanguage.Of(http);
        var all = await accounts.ListAsync(cancellation).ConfigureAwait(false);
        return new(Paging.Cut(all.Select(a => AccountResource.Of(a, language)).ToArray(), a => a.Id, page));
    }

    private static async Task<JsonAnswer<AccountResource>> GetAccountAsync(
        HttpContext http, IAccountRegister accounts, string account, CancellationToken cancellation) =>
        new(AccountResource.Of(await FindAsync(accounts, account, cancellation).ConfigureAwait(false), RestLanguage.Of(http)));

    private static async Task<JsonAnswer<RestPage<TransactionView>>> GetTransactionsAsync(
        HttpContext http, IAccountRegister accounts, ILedgerBrowser browser, string account, [AsParameters] PageQuery page, CancellationToken cancellation)
    {
        var caller = CallerFilter.Of(http);
        if (caller.Account.Id.Value != account)
        {
            caller.WithRole(CallerRoles.Admin, CallerRoles.Auditor);
        }

        var found = await FindAsync(accounts, account, cancellation).ConfigureAwait(false);
        var transactions = await browser.GetTransactionsOfAsync(found.Id, int.MaxValue, cancellation).ConfigureAwait(false);
        return new(Paging.Cut(transactions, t => $"{t.Sequence}", page));
    }

    private static async Task<JsonAnswer<AppendReceipt>> CreateAsync(HttpContext http, IAccountRegister accounts, CancellationToken cancellation)
    {
        var caller = CallerFilter.Of(http).WithRole(CallerRoles.Admin, CallerRoles.Manager);
        var account = await RestBody.ReadAsync<NewAccount>(http, cancellation).ConfigureAwait(false);
        var receipt = await accounts.CreateAsync(
            new DoctorId(account.Id), account.Name, Role(account.Role), caller.Account.Hospital, cancellation).ConfigureAwait(false);
        return new(receipt, receipt.Duplicate ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static async Task<JsonAnswer<AppendReceipt>> SetStatusAsync(
        HttpContext http, IAccountRegister accounts, string account, CancellationToken cancellation)
    {
        var id = await AdministeredAsync(http, accounts, account, cancellation).ConfigureAwait(false);
        var body = await RestBody.ReadAsync<NewStatus>(http, cancellation).ConfigureAwait(false);
        return new(await accounts.SetStatusAsync(id, body.Status, cancellation).ConfigureAwait(false));
    }

    private static async Task<JsonAnswer<AppendReceipt>> SetRoleAsync(
        HttpContext http, IAccountRegister accounts, string account, CancellationToken cancellation)
    {
        var id = await AdministeredAsync(http, accounts, account, cancellation).ConfigureAwait(false);
        var body = await RestBody.ReadAsync<NewRole>(http, cancellation).ConfigureAwait(false);
        return new(await accounts.SetRoleAsync(id, Role(body.Role), cancellation).ConfigureAwait(false));
    }

    private static async Task<JsonAnswer<AppendReceipt>> AddKeyAsync(
        HttpContext http, IAccountRegister accounts, string account, string key, CancellationToken cancellation)
    {
        var id = await AdministeredAsync(http, accounts, account, cancellation).ConfigureAwait(false);
        var body = await RestBody.ReadAsync<NewKey>(http, cancellation).ConfigureAwait(false);
        return new(await accounts.AddKeyAsync(id, key, PublicKey(body.PublicKey), cancellation).ConfigureAwait(false));
    }

    private static async Task<JsonAnswer<AppendReceipt>> RevokeKeyAsync(
        HttpContext http, IAccountRegister accounts, string account, string key, CancellationToken cancellation) =>
        new(await accounts.RevokeKeyAsync(
            await AdministeredAsync(http, accounts, account, cancellation).ConfigureAwait(false), key, cancellation).ConfigureAwait(false));

    private static async ValueTask<DoctorId> AdministeredAsync(
        HttpContext http, IAccountRegister accounts, string account, CancellationToken cancellation)
    {
        var caller = CallerFilter.Of(http).WithRole(CallerRoles.Admin, CallerRoles.Manager);
        var found = await FindAsync(accounts, account, cancellation).ConfigureAwait(false);
        caller.ForHospital(found.Hospital);
        return found.Id;
    }

    private static async ValueTask<Account> FindAsync(IAccountRegister accounts, string account, CancellationToken cancellation) =>
        await accounts.FindAsync(new DoctorId(account), cancellation).ConfigureAwait(false)
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
