using System.Text.Json.Serialization;

namespace VoiceMed.Assistant.Rest.Callers;

/// <summary>What a token says (names as in RFC 7519 where it has one).</summary>
/// <param name="Subject">Who acts: a clinician's identifier, or the calling system's own.</param>
/// <param name="Audience">Must be <see cref="CallerToken.Audience"/>.</param>
/// <param name="IssuedAt">When it was made, in seconds since 1970.</param>
/// <param name="Expires">From when on it is worthless, in seconds since 1970; at most an hour after <paramref name="IssuedAt"/>.</param>
/// <param name="Emergency">The emergency access the request stands under, or null.</param>
public sealed record CallerClaims(
    [property: JsonPropertyName("sub")] string? Subject,
    [property: JsonPropertyName("aud")] string? Audience,
    [property: JsonPropertyName("iat")] long IssuedAt,
    [property: JsonPropertyName("exp")] long Expires,
    [property: JsonPropertyName("emergency")] string? Emergency = null);
