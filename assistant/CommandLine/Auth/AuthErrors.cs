using VoiceMed.Auth.Evaluation;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Training;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary>Turns the libraries' errors, whose messages are sentences already, into the command line's.</summary>
internal static class AuthErrors
{
    /// <summary>Runs <paramref name="work"/>.</summary>
    /// <exception cref="CommandException">It failed for a reason the user can mend.</exception>
    public static async Task<int> TranslateAsync(Func<Task<int>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is AudioException or EvaluationException or PolicyException or SpeakerModelException
            or TrainingException or VoiceprintStoreException)
        {
            throw new CommandException(e.Message);
        }
    }
}
