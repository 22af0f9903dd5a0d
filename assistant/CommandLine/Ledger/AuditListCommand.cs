using System.CommandLine;
using NodaTime.TimeZones;
using VoiceMed.Ledger.Audit;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed audit list</c>: accesses in plain language.</summary>
internal static class AuditListCommand
{
    private const string Description = """
        Prints accesses as sentences, newest first: who, what, whose, why it was shown or refused, how sure the voice was.

        Examples:
          voicemed audit list --lang ru --count 20
          voicemed audit list --patient patient-1 --refused
          voicemed audit list --doctor smirnova --json
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var selection = new AuditSelection();
        var language = CommonOptions.Language("The sentences' language.", "en");
        var command = choice.AddTo(new Command("list", Description) { language });
        selection.AddTo(command);
        command.SetAction(parsed => choice.ReadAsync(parsed, store =>
        {
            var zone = BclDateTimeZone.FromTimeZoneInfo(TimeProvider.System.LocalTimeZone);
            foreach (var access in selection.Read(parsed, store))
            {
                var sentence = AccessSentence.Write(access, parsed.GetValue(language)!, zone);
                if (parsed.GetValue(choice.Json))
                {
                    terminal.ResultJson(new
                    {
                        time = access.Time.ToString(),
                        doctor = access.Doctor?.Value,
                        patient = access.Patient.Value,
                        access.Operation,
                        access.Purpose,
                        access.Granted,
                        access.Reason,
                        access.Trust,
                        access.Turn,
                        entry = $"{access.Entry!.Chain}#{access.Entry.Index}",
                        sentence,
                    });
                }
                else
                {
                    terminal.Result(sentence);
                }
            }

            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }
}
