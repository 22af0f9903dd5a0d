using System.CommandLine;
using VoiceMed.Assistant.Authorising;
using VoiceMed.Auth.Enrolment;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary><c>voicemed enrol</c>: makes a doctor's voiceprint from recorded phrases.</summary>
internal static class EnrolCommand
{
    private const string Description = """
        Enrols a doctor's voice from recordings, one phrase a file: eight phrases, about 20 seconds of speech.

        Each phrase is checked (loudness, noise, clipping, length, one voice, the same voice as the others); a phrase that fails is named
        with what to do. Enrolling again replaces the former voiceprint. The doctor's written consent is required: --consent DATE records
        its day. The doctor also gets an account in the ledger, which answers nobody without one; while the server holds the ledger, the
        server makes it within a second or two.

        Examples:
          voicemed enrol smirnova --prompts --lang ru
          voicemed enrol smirnova --consent 2026-03-01 --name "Смирнова А. П." enrol-*.wav
          voicemed enrol carter --consent 2026-03-01 --ward cardiology --json phrases/*.wav
        """;

    public static Command Create(Terminal terminal)
    {
        var doctor = new Argument<string>("DOCTOR") { Description = "The doctor's identifier: letters, digits, dots and hyphens." };
        var files = new Argument<string[]>("FILE") { Description = "Recordings.", Arity = ArgumentArity.ZeroOrMore };
        var consent = new Option<DateOnly?>("--consent") { Description = "Day of the written consent, YYYY-MM-DD. Default: today." };
        var name = new Option<string?>("--name") { Description = "Name as shown." };
        var role = new Option<string>("--role") { Description = "Role in the policy.", DefaultValueFactory = _ => "doctor" };
        var ward = new Option<string>("--ward") { Description = "Ward; empty for the whole house.", DefaultValueFactory = _ => "" };
        var language = CommonOptions.Language("Language of the remarks, ru or en.", "en");
        var voices = new VoiceChoice();
        var json = CommonOptions.Json();
        var accounts = new AccountStep(voices);
        var prompts = new Option<bool>("--prompts") { Description = "Only draw the eight phrases to be read aloud, one a line, in --lang." };
        var command = accounts.AddTo(voices.AddTo(new Command("enrol", Description) { doctor, files, consent, name, role, ward, language, prompts, json }));
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(prompts)
            ? Task.FromResult(Prompt(terminal, parsed.GetRequiredValue(language)))
            : AuthErrors.TranslateAsync(() => RunAsync(
            terminal, voices.LoadModel(parsed), voices.OpenStore(parsed),
            voiceprint => accounts.EnsureAsync(parsed, voiceprint, cancellationToken),
            new EnrolmentRequest
            {
                Doctor = parsed.GetRequiredValue(doctor),
                Name = parsed.GetValue(name),
                Role = parsed.GetRequiredValue(role),
                Ward = parsed.GetRequiredValue(ward),
                ConsentedOn = parsed.GetValue(consent) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date),
            },
            parsed.GetRequiredValue(files), parsed.GetRequiredValue(language), parsed.GetValue(json), cancellationToken)));
        return command;
    }

    private static int Prompt(Terminal terminal, string language)
    {
        foreach (var phrase in EnrolmentPrompts.Draw(language))
        {
            terminal.Result(phrase);
        }

        return ExitCode.Done;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, SpeakerModel model, VoiceprintStore store, Func<Voiceprint, Task<AccountLink?>> link, EnrolmentRequest request,
        string[] files, string language, bool json, CancellationToken cancellationToken)
    {
        if (files.Length == 0)
        {
            throw new CommandException($"No recordings were given: 'voicemed enrol {request.Doctor} --prompts' draws what to read, one recording a phrase.", ExitCode.Usage);
        }

        if (!EnrolmentRequest.IsDoctorId(request.Doctor))
        {
            throw new CommandException(
                $"'{request.Doctor}' cannot be a doctor's identifier: use letters, digits, dots, hyphens and underscores.", ExitCode.Usage);
        }

        var others = store.ReadAll().Where(v => v.Doctor != request.Doctor).ToArray();
        var session = new EnrolmentSession(model, others);
        foreach (var file in files)
        {
            var clip = await AudioLoader.LoadAsync(file, cancellationToken).ConfigureAwait(false);
            var phrase = session.Add(clip.Samples);
            if (phrase.Problems.Count > 0)
            {
                terminal.Message($"{file}: {string.Join(" ", phrase.Problems.Select(p => EnrolmentTexts.Of(p, language)))}");
            }
        }

        var result = session.Complete(request, TimeProvider.System);
        foreach (var problem in result.Problems)
        {
            terminal.Message(EnrolmentTexts.Of(problem, language));
        }

        AccountLink? account = null;
        if (result.Voiceprint is { } voiceprint)
        {
            // The account first: a voice that the ledger will never answer is not to be enrolled.
            account = await link(voiceprint).ConfigureAwait(false);
            var again = store.Find(request.Doctor) is not null;
            store.Save(voiceprint, again ? "enrolled-again" : "enrolled");
        }

        Print(terminal, request.Doctor, session, result, account, json);
        return result.Voiceprint is null ? ExitCode.Failed : ExitCode.Done;
    }

    private static void Print(Terminal terminal, string doctor, EnrolmentSession session, EnrolmentResult result, AccountLink? account, bool json)
    {
        if (json)
        {
            terminal.ResultJson(new
            {
                doctor,
                enrolled = result.Voiceprint is not null,
                account = account?.ToString().ToLowerInvariant(),
                voicedSeconds = Math.Round(result.VoicedSeconds, 2),
                problems = result.Problems.Select(p => p.ToString()),
                phrases = session.Phrases.Select(p => new
                {
                    voicedSeconds = Math.Round(p.VoicedSeconds, 2),
                    levelDecibels = Math.Round(p.Quality.LevelDecibels, 1),
                    signalToNoiseDecibels = Math.Round(p.Quality.SignalToNoiseDecibels, 1),
                    consistency = p.Consistency is { } c ? Math.Round(c, 2) : (double?)null,
                    problems = p.Problems.Select(q => q.ToString()),
                }),
            });
        }
        else if (result.Voiceprint is not null)
        {
            terminal.Result($"{doctor}: enrolled from {Counted.Of(session.Phrases.Count(p => p.IsAccepted), "phrase")}, {result.VoicedSeconds:F1} s of voice; {Said(account)}");
        }
    }

    /// <summary>What became of the account, for the person at the terminal.</summary>
    public static string Said(AccountLink? account) => account switch
    {
        AccountLink.Made => "account made in the ledger",
        AccountLink.Kept => "account in the ledger as before",
        AccountLink.Reactivated => "account in the ledger active again",
        _ => "no ledger is at hand now: the server makes the account when it starts",
    };
}
