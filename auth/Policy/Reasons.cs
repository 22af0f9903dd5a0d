namespace VoiceMed.Auth.Policy;

/// <summary>What is said for each <see cref="ReasonCode"/>, in both languages.</summary>
internal static class Reasons
{
    public static Decision Of(Verdict verdict, ReasonCode reason)
    {
        var (russian, english) = reason switch
        {
            ReasonCode.Granted => ("Доступ разрешён.", "Access is granted."),
            ReasonCode.LockedOut => ("Слишком много неудачных попыток. Подождите или войдите по ПИН-коду.",
                "Too many failed attempts. Wait, or sign in with your PIN."),
            ReasonCode.UnknownSpeaker => ("Голос не узнан. Врач может войти по ПИН-коду или пропуску.",
                "I do not recognise this voice. A doctor can sign in with a PIN or a badge."),
            ReasonCode.Role => ("Вашей роли эти данные не открыты.", "Your role does not give access to this."),
            ReasonCode.OtherVoice => ("Это не похоже на голос врача, открывшего сеанс. Врач может повторить или ввести ПИН-код.",
                "This does not sound like the doctor of this session. The doctor can repeat it or enter the PIN."),
            ReasonCode.SecondVoice => ("Слышен второй голос. Повторите, когда никто больше не говорит.",
                "I hear a second voice. Please repeat when nobody else is speaking."),
            ReasonCode.Replay => ("Эта запись уже звучала. Доступ не открыт.", "This recording has been heard before. Access is refused."),
            ReasonCode.TooShort => ("Фраза слишком короткая, чтобы узнать голос. Скажите полнее.",
                "That was too short to recognise your voice. Please say a little more."),
            ReasonCode.TrustTooLow => ("Нужно убедиться, что это вы.", "I need to make sure that it is you."),
            _ => ("Нужно дополнительное подтверждение.", "An additional confirmation is needed."),
        };
        return new Decision(verdict, reason, russian, english);
    }
}
