namespace VoiceMed.Auth.Challenge;

/// <summary>What is said around a challenge, in Russian and English. Thread-safe.</summary>
public static class ChallengeTexts
{
    /// <summary>The request, with the digits as single digits for screen and synthesis.</summary>
    public static string Request(DigitChallenge challenge, string language)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        var digits = string.Join(' ', challenge.Digits.ToCharArray());
        return language == "ru" ? $"Назовите цифры по одной: {digits}." : $"Please say these digits one by one: {digits}.";
    }

    /// <summary>What is said about an outcome.</summary>
    public static string Outcome(ChallengeOutcome outcome, string language)
    {
        var (russian, english) = outcome switch
        {
            ChallengeOutcome.Passed => ("Спасибо, это вы.", "Thank you, that is you."),
            ChallengeOutcome.WrongDigits => ("Цифры не совпали.", "The digits do not match."),
            ChallengeOutcome.WrongVoice => ("Это не голос врача, открывшего сеанс.", "This is not the voice of the doctor of this session."),
            ChallengeOutcome.Replay => ("Эта запись уже звучала.", "This recording has been heard before."),
            ChallengeOutcome.TooLate => ("Время вышло.", "Time is up."),
            ChallengeOutcome.AlreadyAnswered => ("На этот запрос уже был ответ.", "This request has already been answered."),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };
        return language == "ru" ? russian : english;
    }
}
