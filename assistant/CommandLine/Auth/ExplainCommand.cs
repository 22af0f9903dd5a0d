using System.CommandLine;
using VoiceMed.Auth.Journal;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary><c>voicemed auth explain</c>: why a session was answered or refused.</summary>
internal static class ExplainCommand
{
    private const string Description = """
        Explains a session: what was heard of the speaker, how trust moved, and why each request was answered or refused. Without SESSION
        the sessions are listed. The journal holds no sound, no words and nothing about a patient.

        Examples:
          voicemed auth explain
          voicemed auth explain 20260301-081502-a1b2c3
          voicemed auth explain 20260301-081502-a1b2c3 --lang ru
        """;

    public static Command Create(Terminal terminal)
    {
        var session = new Argument<string?>("SESSION") { Description = "A session's name.", Arity = ArgumentArity.ZeroOrOne };
        var language = CommonOptions.Language("ru or en.", "en");
        var voices = new VoiceChoice();
        var json = CommonOptions.Json();
        var command = voices.AddHouseTo(new Command("explain", Description) { session, language, json });
        command.SetAction((parsed, _) => Task.FromResult(
            Run(terminal, new SessionJournal(voices.Data(parsed).Sessions), parsed.GetValue(session), parsed.GetRequiredValue(language), parsed.GetValue(json))));
        return command;
    }

    private static int Run(Terminal terminal, SessionJournal journal, string? session, string language, bool json)
    {
        if (session is null)
        {
            foreach (var name in journal.Sessions())
            {
                terminal.Result(name);
            }

            return ExitCode.Done;
        }

        IReadOnlyList<SessionEvent> events;
        try
        {
            events = journal.Read(session);
        }
        catch (ArgumentException e)
        {
            throw new CommandException(e.Message, ExitCode.Usage);
        }

        if (events.Count == 0)
        {
            throw new CommandException($"There is no session '{session}': 'voicemed auth explain' lists them.");
        }

        foreach (var happened in events)
        {
            if (json)
            {
                terminal.ResultJson(new
                {
                    happened.At,
                    kind = happened.Kind.ToString(),
                    happened.Doctor,
                    happened.LogLikelihoodRatio,
                    happened.Probability,
                    happened.Intent,
                    happened.Sensitivity,
                    happened.Result,
                    happened.Reason,
                    happened.Detail,
                    text = SessionExplainer.Explain(happened, language),
                });
            }
            else
            {
                terminal.Result(SessionExplainer.Explain(happened, language));
            }
        }

        return ExitCode.Done;
    }
}
