namespace VoiceMed.Assistant.Rest.Responses;

/// <summary>The language of texts in an answer: the first of ru and en in <c>Accept-Language</c>, else ru.</summary>
internal static class RestLanguage
{
    /// <summary>Chooses the language and says so in the answer's headers.</summary>
    /// <returns>"ru" or "en".</returns>
    public static string Of(HttpContext http)
    {
        var accepted = http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString().ToLowerInvariant())
            .FirstOrDefault(l => l.StartsWith("ru", StringComparison.Ordinal) || l.StartsWith("en", StringComparison.Ordinal));
        var language = accepted is null ? "ru" : accepted[..2];
        http.Response.Headers.ContentLanguage = language;
        http.Response.Headers.Vary = "Accept-Language";
        return language;
    }
}
