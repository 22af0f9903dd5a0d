using VoiceMed.Auth.Enrolment;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.Speech.Evaluation;

namespace VoiceMed.Assistant.Admin.Enrolment;

/// <summary>One doctor at the admin's microphone, checked by auth's own rules.</summary>
internal sealed class VoiceEnrolment(
    SpeakerModel model, VoiceprintStore store, TimeProvider time, Action? changed, Func<short[], string, string?>? transcribe, string language) : IVoiceEnrolment
{
    private const int MaxPhrases = 40;

    // Recognition errs too: it is enough to know that this was read and not something else.
    private const double MostWordErrors = 0.6;

    // Whether the voice is enrolled already can be asked only once it is known who this is: the phrases are checked without it.
    private readonly EnrolmentSession _phrases = new(model, []);

    public IReadOnlyList<string> Prompts { get; } = EnrolmentPrompts.Draw(language);

    public PhraseReport Add(short[] samples, string language, int? prompt = null)
    {
        if (_phrases.Phrases.Count >= MaxPhrases)
        {
            return new PhraseReport(false, 0, 0, 0, 0, [language == "ru" ? "Слишком много попыток. Начните запись заново." : "Too many attempts. Begin again."]);
        }

        var phrase = _phrases.Add(samples, prompt is { } index && SaidOtherWords(samples, index));
        return new PhraseReport(
            phrase.IsAccepted, phrase.VoicedSeconds, phrase.Quality.LevelDecibels, phrase.Quality.SignalToNoiseDecibels, phrase.Quality.ClippedShare,
            [.. phrase.Problems.Select(problem => EnrolmentTexts.Of(problem, language))]);
    }

    private bool SaidOtherWords(short[] samples, int prompt) =>
        prompt >= 0 && prompt < Prompts.Count && transcribe?.Invoke(samples, language) is { } heard
        && WordErrors.Count(Prompts[prompt], heard).Rate > MostWordErrors;

    public EnrolmentReport Complete(EnrolmentForm form, string language)
    {
        var russian = language == "ru";
        if (!EnrolmentRequest.IsDoctorId(form.Doctor))
        {
            return new EnrolmentReport(false, 0, [russian ? "Идентификатор: строчные латинские буквы, цифры и дефис." : "The identifier takes small Latin letters, digits and hyphens."], []);
        }

        if (form.ConsentedOn > DateOnly.FromDateTime(time.GetUtcNow().Date.AddDays(1)))
        {
            return new EnrolmentReport(false, 0, [russian ? "Согласие не может быть дано в будущем." : "The consent cannot lie in the future."], []);
        }

        var session = new EnrolmentSession(model, [.. store.ReadAll().Where(print => print.Doctor != form.Doctor)]);
        foreach (var phrase in _phrases.Phrases.Where(phrase => phrase.IsAccepted))
        {
            session.Add(phrase.Samples);
        }

        var result = session.Complete(
            new EnrolmentRequest { Doctor = form.Doctor, Name = form.Name, Role = form.Role, Ward = form.Ward, ConsentedOn = form.ConsentedOn }, time);
        if (result.Voiceprint is not null)
        {
            store.Save(result.Voiceprint, store.Find(form.Doctor) is null ? "enrolled" : "enrolled-again");
            changed?.Invoke();
        }

        return new EnrolmentReport(
            result.Voiceprint is not null, result.VoicedSeconds, [.. result.Problems.Select(problem => EnrolmentTexts.Of(problem, language))],
            [.. Enumerable.Range(0, session.Phrases.Count).Where(i => !session.Phrases[i].IsAccepted)]);
    }
}
