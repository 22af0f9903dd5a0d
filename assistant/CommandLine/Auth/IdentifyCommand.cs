using System.CommandLine;
using System.Globalization;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Trust;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary><c>voicemed identify</c>: which enrolled doctor speaks in recordings.</summary>
internal static class IdentifyCommand
{
    private const string Description = """
        Says for each recording which enrolled doctor speaks, or that it is nobody enrolled, with the log-likelihood ratio of each doctor.

        Examples:
          voicemed identify visit.wav
          voicemed identify --json *.wav
        """;

    public static Command Create(Terminal terminal)
    {
        var files = AuthOptions.Recordings();
        var voices = new VoiceChoice();
        var json = CommonOptions.Json();
        var command = voices.AddTo(new Command("identify", Description) { files, json });
        command.SetAction((parsed, cancellationToken) => AuthErrors.TranslateAsync(() => RunAsync(
            terminal, voices.OpenIdentifier(parsed), parsed.GetRequiredValue(files), parsed.GetValue(json), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, SpeakerIdentifier identifier, string[] files, bool json, CancellationToken cancellationToken)
    {
        if (!identifier.Doctors.Any())
        {
            throw new CommandException("Nobody is enrolled: 'voicemed enrol DOCTOR FILE…' enrols.");
        }

        foreach (var file in files)
        {
            var clip = await AudioLoader.LoadAsync(file, cancellationToken).ConfigureAwait(false);
            var evidence = identifier.Score(clip.Samples);
            var doctor = evidence.LogLikelihoodRatio >= new TrustOptions().Recognise ? evidence.Doctor : null;
            if (json)
            {
                terminal.ResultJson(new
                {
                    file,
                    doctor,
                    score = Math.Round(evidence.LogLikelihoodRatio, 3),
                    voicedSeconds = Math.Round(evidence.VoicedSeconds, 2),
                    spoofSigns = evidence.SpoofSigns.ToString(),
                    scores = evidence.Scores.ToDictionary(s => s.Doctor, s => Math.Round(s.LogLikelihoodRatio, 3)),
                });
            }
            else
            {
                terminal.Result(string.Create(
                    CultureInfo.InvariantCulture, $"{file}: {doctor ?? "nobody enrolled"} ({evidence.LogLikelihoodRatio:F2})"));
            }
        }

        return ExitCode.Done;
    }
}
