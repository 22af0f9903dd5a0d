namespace VoiceMed.Assistant.Admin.SignIn;

/// <summary>Signs the admin in and out, and keeps everybody else from everything under <c>/api</c>.</summary>
internal static class SignInEndpoints
{
    private const string Cookie = "voicemed-admin";

    /// <summary>A page of another origin cannot set this header without asking first, and is never allowed to.</summary>
    private const string OwnPageHeader = "X-VoiceMed";

    private const string SessionPath = "/api/session";

    public static void MapSignIn(this WebApplication app, AdminOptions options, AdminSessions sessions)
    {
        app.Use((context, next) => GuardAsync(context, next, sessions));
        app.MapGet(SessionPath, (HttpContext context) => new { signedIn = sessions.IsSignedIn(Token(context)) });
        app.MapPost(SessionPath, (SignInForm form, HttpContext context, ILogger<AdminSessions> logger) => SignIn(form, context, options, sessions, logger));
        app.MapDelete(SessionPath, (HttpContext context) =>
        {
            sessions.SignOut(Token(context));
            context.Response.Cookies.Delete(Cookie);
            return Results.NoContent();
        });
    }

    private static IResult SignIn(SignInForm form, HttpContext context, AdminOptions options, AdminSessions sessions, ILogger<AdminSessions> logger)
    {
        if (AdminCredentialFile.Read(options.CredentialFile) is not { } credentials)
        {
            return Results.Problem("No admin credentials exist. Make them with 'voicemed admin credentials'.", statusCode: StatusCodes.Status409Conflict);
        }

        if (sessions.SignIn(credentials, form.Key, form.Code) is not { } token)
        {
            logger.LogWarning("An admin sign-in from {Address} failed", context.Connection.RemoteIpAddress);
            return Results.Problem("The key or the code is wrong, or too many attempts were made.", statusCode: StatusCodes.Status401Unauthorized);
        }

        logger.LogInformation("The admin signed in from {Address}", context.Connection.RemoteIpAddress);
        context.Response.Cookies.Append(Cookie, token, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/",
            IsEssential = true,
        });
        return Results.NoContent();
    }

    private static Task GuardAsync(HttpContext context, RequestDelegate next, AdminSessions sessions)
    {
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !context.Request.Headers.ContainsKey(OwnPageHeader))
        {
            return Results.Problem("Only the admin's page may do this.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
        }

        if (!context.Request.Path.Equals(SessionPath, StringComparison.OrdinalIgnoreCase) && !sessions.IsSignedIn(Token(context)))
        {
            return Results.Problem("Sign in first.", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(context);
        }

        return next(context);
    }

    private static string? Token(HttpContext context) => context.Request.Cookies[Cookie];

    private sealed record SignInForm(string Key, string Code);
}
