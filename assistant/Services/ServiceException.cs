namespace VoiceMed.Assistant.Services;

/// <summary>A hospital's own service could not answer, or answered what nobody can use.</summary>
/// <param name="code">A stable code, for example <c>service.timeout</c>.</param>
/// <param name="message">What happened, without any value of the call.</param>
/// <param name="innerException">What caused it.</param>
public sealed class ServiceException(string code, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>
    /// <c>service.forbidden</c> (host not listed), <c>service.timeout</c>, <c>service.down</c>, <c>service.status</c> (neither 2xx nor 404),
    /// <c>service.redirect</c>, <c>service.large</c>, <c>service.json</c>, or <c>service.slot</c> (a value of the URL is missing).
    /// </summary>
    public string Code { get; } = code;
}
