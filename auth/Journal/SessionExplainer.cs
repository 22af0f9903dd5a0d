using System.Globalization;

namespace VoiceMed.Auth.Journal;

/// <summary>Puts a session's journal into plain words, in Russian or English. Thread-safe.</summary>
public static class SessionExplainer
{
    private static readonly (string English, string Russian)[] RussianWords =
    [
        ("VeryRestricted", "очень закрытые данные"), ("Restricted", "закрытые данные"), ("Normal", "обычные данные"), ("Open", "открыто всем"),
        ("Allow", "разрешено"), ("Refuse", "отказано"), ("Challenge", "проверка цифрами"), ("Pin", "ПИН-код"), ("Badge", "пропуск"),
        ("Passed", "верно"), ("WrongDigits", "не те цифры"), ("WrongVoice", "не тот голос"), ("TooLate", "время вышло"),
        ("AlreadyAnswered", "ответ уже был"), ("SecondVoice", "второй голос"), ("Replay", "эта запись уже звучала"), ("Channel", "звук как из динамика"),
        ("failures in a row", "неудач подряд"), ("until PIN or badge", "до ПИН-кода или пропуска"), ("until", "до"),
        ("trust", "доверие"), ("utterance", "фраза"), ("needed", "нужно"), ("s of voice", "с голоса"),
    ];

    /// <summary>One sentence an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="language"><c>ru</c> or (anything else) English.</param>
    public static string Explain(SessionEvent happened, string language)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var russian = language == "ru";
        var time = happened.At.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var who = happened.Doctor ?? (russian ? "неизвестный" : "somebody unknown");
        var evidence = Evidence(happened, russian);
        var text = happened.Kind switch
        {
            SessionEventKind.Utterance => russian ? $"фраза, для врача {who}: {evidence}" : $"an utterance, for {who}: {evidence}",
            SessionEventKind.Opened => russian ? $"сеанс открыт по голосу: {who}; {evidence}" : $"session opened by voice: {who}; {evidence}",
            SessionEventKind.HandedOver => russian
                ? $"заговорил другой врач: {who}; прежний сеанс закрыт, доверие не унаследовано; {evidence}"
                : $"another doctor spoke: {who}; the former session is closed and nothing was inherited; {evidence}",
            SessionEventKind.Lost => russian ? $"доверие потеряно, сеанс закрыт; {evidence}" : $"trust was lost and the session closed; {evidence}",
            SessionEventKind.Stranger => russian ? $"голос не узнан; {evidence}" : $"the voice was not recognised; {evidence}",
            SessionEventKind.Factor => russian ? $"{who}: подтверждение принято ({Russian(happened.Result)})" : $"{who} gave a second factor ({happened.Result})",
            SessionEventKind.Challenge => russian
                ? $"{who}: ответ на запрос цифр: {Russian(happened.Result)}; {evidence}"
                : $"{who} answered the digits: {happened.Result}; {evidence}",
            SessionEventKind.Decision => Decision(happened, russian),
            SessionEventKind.LockedOut => russian ? $"слишком много неудач: экран не отвечает ({Russian(happened.Detail)})" : $"too many failures: the screen does not answer ({happened.Detail})",
            SessionEventKind.Adapted => russian
                ? $"{who}: образец голоса подстроен по фразе этого сеанса ({happened.Detail})"
                : $"{who}: the template took in an utterance of this session ({happened.Detail})",
            SessionEventKind.NotAdapted => russian
                ? $"{who}: образец голоса подстроить не удалось, он остался прежним ({happened.Detail})"
                : $"{who}: the template could not be adapted and stays as it was ({happened.Detail})",
            _ => russian ? "сеанс закрыт" : "session closed",
        };
        return $"{time} {text}";
    }

    private static string Decision(SessionEvent happened, bool russian)
    {
        var reason = Enum.TryParse<Policy.ReasonCode>(happened.Reason, out var code)
            ? Policy.Reasons.Of(Policy.Verdict.Refuse, code).Text(russian ? "ru" : "en")
            : happened.Reason;
        return russian
            ? $"запрос {happened.Intent} ({Russian(happened.Sensitivity)}): {Russian(happened.Result)}. {reason} [{Russian(happened.Detail)}]"
            : $"request {happened.Intent} ({happened.Sensitivity}): {happened.Result}. {reason} [{happened.Detail}]";
    }

    // "В 2 раза", but "в 5 раз" and "в 12 раз".
    private static string Times(double times)
    {
        var whole = (long)Math.Round(times);
        return whole % 10 is 2 or 3 or 4 && whole % 100 is < 12 or > 14 ? "раза" : "раз";
    }

    // The journal's own words are English: it is read by programs too.
    private static string Russian(string? noted) =>
        RussianWords.Aggregate(noted ?? "", (text, word) => text.Replace(word.English, word.Russian, StringComparison.Ordinal));

    private static string Evidence(SessionEvent happened, bool russian)
    {
        var parts = new List<string>();
        if (happened.LogLikelihoodRatio is { } ratio)
        {
            var times = Math.Exp(Math.Clamp(Math.Abs(ratio), 0, 12));
            parts.Add((russian, ratio >= 0) switch
            {
                (true, true) => $"отношение правдоподобия {ratio:F2} (в {times:F0} {Times(times)} вероятнее этот врач, чем чужой)",
                (true, false) => $"отношение правдоподобия {ratio:F2} (в {times:F0} {Times(times)} вероятнее чужой)",
                (false, true) => $"log-likelihood ratio {ratio:F2} ({times:F0} times likelier this doctor than a stranger)",
                _ => $"log-likelihood ratio {ratio:F2} ({times:F0} times likelier a stranger)",
            });
        }

        if (happened.VoicedSeconds is { } seconds)
        {
            parts.Add(russian ? $"голоса {seconds:F1} с" : $"{seconds:F1} s of voice");
        }

        if (happened.Probability is { } probability)
        {
            parts.Add(russian ? $"доверие {probability:P1}" : $"trust {probability:P1}");
        }

        if (happened.SpoofSigns is { Length: > 0 } and not "None")
        {
            parts.Add(russian ? $"признаки: {Russian(happened.SpoofSigns)}" : $"signs: {happened.SpoofSigns}");
        }

        return string.Join(", ", parts);
    }
}
