namespace VoiceMed.Auth.Enrolment;

/// <summary>What is said to a person about each <see cref="EnrolmentProblem"/>. Thread-safe.</summary>
public static class EnrolmentTexts
{
    /// <summary>One sentence or two, in <c>ru</c> or (anything else) English.</summary>
    public static string Of(EnrolmentProblem problem, string language)
    {
        var (russian, english) = problem switch
        {
            EnrolmentProblem.TooShort => ("Фраза слишком короткая. Прочитайте её целиком.", "The phrase is too short. Please read all of it."),
            EnrolmentProblem.TooQuiet => ("Слишком тихо. Говорите громче или подойдите ближе к микрофону.",
                "Too quiet. Speak up or come closer to the microphone."),
            EnrolmentProblem.Clipped => ("Слишком громко, звук искажён. Отодвиньтесь от микрофона.",
                "Too loud, the sound is distorted. Move back from the microphone."),
            EnrolmentProblem.TooNoisy => ("Слишком шумно вокруг. Закройте дверь или перейдите в тихое место.",
                "It is too noisy here. Close the door or go to a quieter place."),
            EnrolmentProblem.SecondVoice => ("Слышен второй голос. Повторите фразу, когда никто больше не говорит.",
                "A second voice is heard. Repeat the phrase when nobody else is speaking."),
            EnrolmentProblem.Inconsistent => ("Эта фраза звучит не так, как остальные. Повторите её обычным голосом.",
                "This phrase does not sound like the others. Repeat it in your usual voice."),
            EnrolmentProblem.Repeated => ("Эта запись уже была. Произнесите фразу заново.", "This recording was given before. Say the phrase anew."),
            EnrolmentProblem.OtherWords => ("Прозвучали другие слова. Прочитайте фразу, которая на экране.",
                "Other words were heard. Please read the phrase on the screen."),
            EnrolmentProblem.TooFewPhrases => ("Хороших фраз пока мало. Нужно не меньше шести.", "There are too few good phrases. At least six are needed."),
            EnrolmentProblem.TooLittleSpeech => ("Речи пока мало. Прочитайте ещё несколько фраз.", "There is too little speech. Read a few more phrases."),
            EnrolmentProblem.EnrolledAsOther => ("Этот голос уже зарегистрирован под другим именем. Позовите администратора.",
                "This voice is already enrolled under another name. Call the administrator."),
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, null),
        };
        return language == "ru" ? russian : english;
    }
}
