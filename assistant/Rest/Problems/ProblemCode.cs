namespace VoiceMed.Assistant.Rest.Problems;

/// <summary>The stable codes of problems that arise before the ledger is asked. The ledger's own codes are passed on as they are.</summary>
internal static class ProblemCode
{
    public const string TokenMissing = "token.missing";
    public const string TokenMalformed = "token.malformed";
    public const string TokenSignature = "token.signature";
    public const string TokenExpired = "token.expired";
    public const string TokenAudience = "token.audience";
    public const string TokenClaims = "token.claims";
    public const string CertificateName = "certificate.name";
    public const string CertificateKey = "certificate.key";
    public const string KeyUnknown = "key.unknown";
    public const string KeyRevoked = "key.revoked";
    public const string PurposeMissing = "purpose.missing";
    public const string PurposeUnknown = "purpose.unknown";
    public const string ParameterMissing = "parameter.missing";
    public const string ParameterInvalid = "parameter.invalid";
    public const string RoleForbidden = "role.forbidden";
    public const string HospitalForbidden = "hospital.forbidden";
    public const string AccountSuspended = "account.suspended";
    public const string PatientUnknown = "patient.unknown";
    public const string PatientErased = "patient.erased";
    public const string DocumentUnknown = "document.unknown";
    public const string NotFound = "not-found";
    public const string EmbeddedOnly = "engine.embedded-only";
    public const string BodyInvalid = "body.invalid";
    public const string BodyTooLarge = "body.too-large";
    public const string Internal = "internal";
}
