using System.CommandLine;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Hearing;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Pipeline.Reports;
using VoiceMed.Assistant.Screen;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Assistant.CommandLine.Assistant;

/// <summary><c>voicemed ask</c>: one whole turn from a recording or from text.</summary>
internal static class AskCommand
{
    private const string Description = """
        Asks one question: from a recording, through every step a bedside has, or from text.

        A recording is answered only when its voice is an enrolled doctor's. Running this command counts as the second factor,
        as the PIN does at the bedside; text needs --as, because it has no voice. Every question is audited, also when refused.
        Ends with 3 when it was refused.

        Examples:
          voicemed ask visit.wav --patient patient-1
          voicemed ask visit.wav --patient patient-1 --json
          voicemed ask "покажи последние посещения" --patient patient-1 --as smirnova
        """;

    public static Command Create(Terminal terminal)
    {
        var question = new Argument<string>("QUESTION") { Description = "A recording, or the question in words." };
        var patient = new Option<string>("--patient") { Description = "The patient, as the ledger names them.", HelpName = "ID", Required = true };
        var doctor = new Option<string?>("--as") { Description = "The doctor who asks; for a recording, whose voice it must be.", HelpName = "DOCTOR" };
        var language = CommonOptions.Language("The language of typed text; by default its letters decide.");
        var config = CommonOptions.Config();
        var json = CommonOptions.Json();
        var command = new Command("ask", Description) { question, patient, doctor, language, config, json };
        command.SetAction((parsed, cancellation) => RunAsync(
            terminal,
            new AskRequest(parsed.GetRequiredValue(question), parsed.GetRequiredValue(patient), parsed.GetValue(doctor), parsed.GetValue(language)),
            ConfigFile.Load(parsed.GetValue(config)), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, AskRequest request, VoiceMedConfig config, bool json, CancellationToken cancellation)
    {
        var data = DataFolder.Choose(config.Data, InstallFolder.Find());
        if (!File.Exists(data.Ledger) && config.Ledger == "embedded")
        {
            throw new CommandException($"There is no ledger in {data.Root} yet: run 'voicemed demo --once' for the demo city, or 'voicemed ledger import' for your own.");
        }

        await using var host = await AssistantHost.OpenAsync(config, data, cancellation: cancellation).ConfigureAwait(false);
        var report = await AskAsync(host, request, cancellation).ConfigureAwait(false);
        if (json)
        {
            terminal.ResultJson(report);
        }
        else
        {
            foreach (var line in TurnLines.Of(report))
            {
                terminal.Result(line);
            }
        }

        return report.Verdict.Outcome switch
        {
            TurnOutcome.Refused or TurnOutcome.Challenge => ExitCode.Refused,
            TurnOutcome.Failed or TurnOutcome.NotUnderstood => ExitCode.Failed,
            _ => ExitCode.Done,
        };
    }

    private static async Task<TurnReport> AskAsync(AssistantHost host, AskRequest request, CancellationToken cancellation)
    {
        var input = await InputAsync(host, request, cancellation).ConfigureAwait(false);
        var gate = host.CreateGate();
        var terminal = new BedsideTerminal("command-line", host.Hospitals.All[0].Id, null, input.Language);
        var conversation = await host.CreateConversationAsync(terminal, input.Language, gate, cancellation).ConfigureAwait(false);
        await IdentifyAsync(host, conversation, request.Patient, cancellation).ConfigureAwait(false);
        var doctor = request.Doctor ?? (input.Heard is { } heard ? gate.Recognise(heard)?.Value : null);
        if (request.Doctor is not null && host.Doctors.Find(request.Doctor) is null)
        {
            throw new CommandException($"Nobody called '{request.Doctor}' is enrolled; 'voicemed doctors list' names everybody.", ExitCode.Refused);
        }

        if (doctor is not null)
        {
            gate.TrustOperator(new DoctorId(doctor));
        }

        var report = (await conversation.TurnAsync(input, cancellation).ConfigureAwait(false)).Report;

        // Nobody can answer a challenge here.
        return report.Verdict.Outcome != TurnOutcome.Challenge
            ? report
            : report with
            {
                Verdict = new VerdictReport(TurnOutcome.Refused, report.Verdict.Reason),
                Answered = new AnsweredReport(
                    host.Phrases.Say("say.refused", report.Language, host.Phrases.Reason(report.Verdict.Reason, report.Language)), null),
            };
    }

    private static async Task<TurnInput> InputAsync(AssistantHost host, AskRequest request, CancellationToken cancellation)
    {
        if (!File.Exists(request.Question))
        {
            return LooksLikeFile(request.Question)
                ? throw new CommandException($"{request.Question}: there is no such recording.")
                : request.Doctor is null
                    ? throw new CommandException("Typed text has no voice: say who asks with --as DOCTOR.", ExitCode.Refused)
                    : TurnInput.Typed(request.Question, request.Language ?? LanguageGuess.Of(request.Question));
        }

        try
        {
            var clip = await AudioLoader.LoadAsync(request.Question, cancellation).ConfigureAwait(false);
            return TurnInput.Spoken(ClipListener.Hear(host, clip)
                ?? throw new CommandException($"{request.Question}: nobody speaks in it."));
        }
        catch (AudioException e)
        {
            throw new CommandException(e.Message);
        }
    }

    private static async Task IdentifyAsync(AssistantHost host, Conversation conversation, string patient, CancellationToken cancellation)
    {
        try
        {
            var access = new AccessContext { Role = "system", Purpose = "TREAT", Turn = "ask.identify", Terminal = "command-line" };
            var answer = await host.Ledger.GetPatientAsync(new PatientId(patient), access, cancellation).ConfigureAwait(false);
            conversation.Identify(answer.Items[0]);
        }
        catch (LedgerRejectedException e)
        {
            throw new CommandException($"Patient '{patient}': {e.Message}");
        }
    }

    private static bool LooksLikeFile(string text) => !text.Contains(' ', StringComparison.Ordinal) && Path.HasExtension(text);

    private sealed record AskRequest(string Question, string Patient, string? Doctor, string? Language);
}
