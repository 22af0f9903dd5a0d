using System.CommandLine;
using System.Globalization;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Trust;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary><c>voicemed verify</c>: whether recordings are a doctor's voice.</summary>
internal static class VerifyCommand
{
    private const string Description = """
        Says for each recording whether it is the doctor's voice. The score is the natural-logarithm likelihood ratio: above 0 it is likelier
        the doctor than somebody else, from 1.5 on it is accepted. One short utterance is weak evidence; in use it accumulates over a session.

        Exit code 3 when a recording is not accepted.

        Examples:
          voicemed verify smirnova visit.wav
          voicemed verify carter --threshold 2 --json *.wav
        """;

    public static Command Create(Terminal terminal)
    {
        var doctor = new Argument<string>("DOCTOR") { Description = "An enrolled doctor." };
        var files = AuthOptions.Recordings();
        var threshold = new Option<double>("--threshold")
        {
            Description = "Least score to accept.",
            DefaultValueFactory = _ => new TrustOptions().Recognise,
        };
        var voices = new VoiceChoice();
        var json = CommonOptions.Json();
        var command = voices.AddTo(new Command("verify", Description) { doctor, files, threshold, json });
        command.SetAction((parsed, cancellationToken) => AuthErrors.TranslateAsync(() => RunAsync(
            terminal, voices.OpenIdentifier(parsed), parsed.GetRequiredValue(doctor), parsed.GetRequiredValue(files), parsed.GetValue(threshold),
            parsed.GetValue(json), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, SpeakerIdentifier identifier, string doctor, string[] files, double threshold, bool json, CancellationToken cancellationToken)
    {
        if (!identifier.Doctors.Contains(doctor))
        {
            throw new CommandException($"'{doctor}' is not enrolled, or suspended: 'voicemed doctors list' names who is, 'voicemed enrol {doctor} FILE…' enrols.");
        }

        var refused = false;
        foreach (var file in files)
        {
            var clip = await AudioLoader.LoadAsync(file, cancellationToken).ConfigureAwait(false);
            var evidence = identifier.Score(clip.Samples);
            var score = evidence.For(doctor);
            var accepted = score >= threshold && !evidence.SpoofSigns.HasFlag(SpoofSigns.SecondVoice);
            refused |= !accepted;
            if (json)
            {
                terminal.ResultJson(new
                {
                    file,
                    score = Math.Round(score, 3),
                    accepted,
                    voicedSeconds = Math.Round(evidence.VoicedSeconds, 2),
                    spoofSigns = evidence.SpoofSigns.ToString(),
                });
            }
            else
            {
                terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{file}: {score:F2} {(accepted ? "accepted" : "refused")}"));
            }
        }

        return refused ? ExitCode.Refused : ExitCode.Done;
    }
}
