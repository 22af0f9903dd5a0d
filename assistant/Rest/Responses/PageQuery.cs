using Microsoft.AspNetCore.Mvc;

namespace VoiceMed.Assistant.Rest.Responses;

/// <summary>The query parameters of paged answers.</summary>
/// <param name="Limit">The most items of a page, 1 to 200. Default: 50.</param>
/// <param name="After">The previous page's <c>next</c>; without it the first page.</param>
/// <param name="Proof">True to get the proof of the page's items along.</param>
internal sealed record PageQuery(
    [FromQuery(Name = "limit")] int? Limit, [FromQuery(Name = "after")] string? After, [FromQuery(Name = "proof")] bool? Proof);
