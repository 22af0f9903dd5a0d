using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Models;
using VoiceMed.Speech.Vosk;

namespace VoiceMed.Assistant.CommandLine.Speech;

/// <summary>Turns the speech library's errors, whose messages are sentences already, into the command line's.</summary>
internal static class SpeechErrors
{
    /// <summary>Runs <paramref name="work"/>.</summary>
    /// <exception cref="CommandException">It failed for a reason the user can mend.</exception>
    public static T Translate<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is VoskException or ModelException or AudioException)
        {
            throw new CommandException(e.Message);
        }
    }
}
