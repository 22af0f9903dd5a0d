using System.CommandLine;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Models;
using VoiceMed.Speech.Synthesis;
using VoiceMed.Speech.Vosk;

namespace VoiceMed.Assistant.CommandLine;

/// <summary>Runs the command tree and turns every ending into an <see cref="ExitCode"/> and at most one sentence.</summary>
public static class CommandRunner
{
    /// <summary>Parses <paramref name="args"/> and runs the chosen command. Ctrl-C cancels it and counts as done.</summary>
    /// <returns>One of the <see cref="ExitCode"/> values.</returns>
    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> args, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(terminal);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                terminal.Message(error.Message);
            }

            terminal.Message($"Try 'voicemed {string.Join(' ', CommandPath(parsed))} --help'.".Replace("  ", " ", StringComparison.Ordinal));
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
        }
        catch (CommandException e)
        {
            terminal.Message(e.Message);
            return e.ExitCode;
        }
        catch (Exception e) when (IsForThePerson(e))
        {
            terminal.Message(e.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Done;
        }
    }

    // Their messages are written for the person at the terminal: what, where, and what to do.
    private static bool IsForThePerson(Exception e) =>
        e is LedgerException or ModelException or VoskException or VoiceprintStoreException or SpeakerModelException or PolicyException
            or SynthesisException or AudioException or InvalidDataException or IOException or UnauthorizedAccessException;

    private static IEnumerable<string> CommandPath(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var command = parsed.CommandResult; command?.Parent is System.CommandLine.Parsing.CommandResult parent; command = parent)
        {
            names.Push(command.Command.Name);
        }

        return names;
    }
}
