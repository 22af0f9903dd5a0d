namespace VoiceMed.Auth.Policy;

/// <summary>What is said for each <see cref="ReasonCode"/>, in both languages.</summary>
internal static class Reasons
{
    public static Decision Of(Verdict verdict, ReasonCode reason)
    {
        var (russian, english) = (reason, verdict) switch
        {
            (ReasonCode.Granted, _) => ("Доступ разрешён.", "Access is granted."),
            (ReasonCode.LockedOut, _) => ("Слишком много неудачных попыток. Подождите или войдите по ПИН-коду.",
                "Too many failed attempts. Wait, or sign in with your PIN."),
            (ReasonCode.UnknownSpeaker, _) => ("Голос не узнан. Врач может войти по ПИН-коду или пропуску.",
                "I do not recognise this voice. A doctor can sign in with a PIN or a badge."),
            (ReasonCode.Role, _) => ("Вашей роли эти данные не открыты.", "Your role does not give access to this."),
            (ReasonCode.OtherVoice, Verdict.Challenge) => ("Это не похоже на голос врача, открывшего сеанс. Подтвердите, что это вы.",
                "This does not sound like the doctor of this session. Please confirm that it is you."),
            (ReasonCode.OtherVoice, _) => ("Это не голос врача, открывшего сеанс.", "This is not the voice of the doctor of this session."),
            (ReasonCode.SecondVoice, _) => ("Слышен второй голос. Повторите, когда никто больше не говорит.",
                "I hear a second voice. Please repeat when nobody else is speaking."),
            (ReasonCode.Replay, _) => ("Эта запись уже звучала. Доступ не открыт.", "This recording has been heard before. Access is refused."),
            (ReasonCode.TooShort, _) => ("Фраза слишком короткая, чтобы узнать голос. Скажите полнее.",
                "That was too short to recognise your voice. Please say a little more."),
            (ReasonCode.TrustTooLow, _) => ("Нужно убедиться, что это вы.", "I need to make sure that it is you."),
            _ => ("Нужно дополнительное подтверждение.", "An additional confirmation is needed."),
        };
        return new Decision(verdict, reason, russian, english);
    }
}
