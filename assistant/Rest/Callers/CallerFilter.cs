using System.Security.Cryptography.X509Certificates;
using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Rest.Callers;

/// <summary>
/// Establishes who asks and why before an endpoint runs: a token signed by the key of a ledger account that is not revoked, or the
/// connection's certificate of such a key, and a purpose of use. The endpoint finds both in <see cref="Of"/>.
/// </summary>
internal sealed class CallerFilter(RestAccounts accounts, TimeProvider time) : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private const int ClockSkewSeconds = 60;
    private static readonly object Key = new();

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var (account, claims) = await AuthenticateAsync(http, http.RequestAborted).ConfigureAwait(false);
        var purpose = PurposeOfUse.Of(http.Request);
        var (access, mayAct) = await ActorAsync(account, claims, http.RequestAborted).ConfigureAwait(false);
        http.Items[Key] = new Caller(account, access with
        {
            Purpose = purpose,
            Turn = http.TraceIdentifier,
            Emergency = claims.Emergency,
        }, mayAct);
        return await next(context).ConfigureAwait(false);
    }

    /// <summary>The caller of a request that went through this filter.</summary>
    public static Caller Of(HttpContext http) => (Caller)http.Items[Key]!;

    private async ValueTask<(RestAccount Account, CallerClaims Claims)> AuthenticateAsync(HttpContext http, CancellationToken cancellation)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (header.Length == 0 && http.Connection.ClientCertificate is { } certificate)
        {
            return await AuthenticateAsync(certificate, cancellation).ConfigureAwait(false);
        }

        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw Denied(ProblemCode.TokenMissing, "Send a signed token in the header Authorization: Bearer …; 'voicemed ledger token' makes one.");
        }

        var token = header[Scheme.Length..].Trim();
        var (id, claims) = CallerToken.Read(token) ?? throw Denied(ProblemCode.TokenMalformed, "The token is no ES256 JSON Web Token.");
        var account = await accounts.FindAsync(id, cancellation).ConfigureAwait(false)
            ?? throw Denied(ProblemCode.KeyUnknown, "No account of the ledger has the token's key identifier.");
        if (!CallerToken.IsSignedBy(token, account.PublicKey))
        {
            throw Denied(ProblemCode.TokenSignature, "The token's signature is not the account's.");
        }

        if (account.Revoked)
        {
            throw Denied(ProblemCode.KeyRevoked, "The account's key was revoked.");
        }

        CheckClaims(claims);
        return (account, claims);
    }

    // A certificate speaks for its own account; who acts for somebody else, or under an emergency, says so in a token.
    private async ValueTask<(RestAccount Account, CallerClaims Claims)> AuthenticateAsync(X509Certificate2 certificate, CancellationToken cancellation)
    {
        var id = ClientCertificate.KeyOf(certificate)
            ?? throw Denied(ProblemCode.CertificateName, "The certificate's common name must be account/key, for example smirnova/rest.");
        var account = await accounts.FindAsync(id, cancellation).ConfigureAwait(false)
            ?? throw Denied(ProblemCode.KeyUnknown, "No account of the ledger has the key the certificate names.");
        var now = time.GetUtcNow();
        if (!ClientCertificate.IsFor(certificate, account.PublicKey, now))
        {
            throw Denied(ProblemCode.CertificateKey, "The certificate is not of the key it names, or not valid now.");
        }

        return account.Revoked
            ? throw Denied(ProblemCode.KeyRevoked, "The account's key was revoked.")
            : (account, new CallerClaims(account.Id.Value, CallerToken.Audience, now.ToUnixTimeSeconds(), now.ToUnixTimeSeconds()));
    }

    private void CheckClaims(CallerClaims claims)
    {
        if (claims.Audience != CallerToken.Audience)
        {
            throw Denied(ProblemCode.TokenAudience, $"The token's audience must be '{CallerToken.Audience}'.");
        }

        var now = time.GetUtcNow().ToUnixTimeSeconds();
        if (now + ClockSkewSeconds < claims.IssuedAt || now >= claims.Expires
            || claims.Expires - (decimal)claims.IssuedAt > (decimal)CallerToken.LongestLife.TotalSeconds)
        {
            throw Denied(ProblemCode.TokenExpired, "The token is past its end, not yet valid, or made for longer than an hour.");
        }

        if (string.IsNullOrWhiteSpace(claims.Subject))
        {
            throw Denied(ProblemCode.TokenClaims, "The token names nobody (sub).");
        }
    }

    // A hospital's system acts for the hospital's own clinicians, in the role the ledger knows them in; everyone else for himself.
    private async ValueTask<(AccessContext Access, bool MayAct)> ActorAsync(RestAccount account, CallerClaims claims, CancellationToken cancellation)
    {
        if (claims.Subject == account.Id.Value)
        {
            return (Access(account.Id, account.Name, account.Role, account.Hospital), !account.Suspended);
        }

        var actor = account.Role == CallerRoles.System
            ? await accounts.AccountAsync(new DoctorId(claims.Subject!), cancellation).ConfigureAwait(false)
            : null;
        return actor is not null && actor.Hospital == account.Hospital && actor.Role is not (CallerRoles.Admin or CallerRoles.System)
            ? (Access(actor.Id, actor.Name.In("ru"), actor.Role, actor.Hospital), !account.Suspended && actor.Status == AccountStatus.Active)
            : throw Denied(
                ProblemCode.TokenClaims, "The token's subject must be the account itself; a hospital's system may also name a clinician of the hospital.");
    }

    private static AccessContext Access(DoctorId doctor, string name, string role, HospitalId hospital) =>
        new() { Doctor = doctor, DoctorName = name, Role = role, Hospital = hospital, Purpose = string.Empty };

    private static RestException Denied(string code, string detail) => new(StatusCodes.Status401Unauthorized, code, detail);
}
