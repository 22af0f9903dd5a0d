using System.CommandLine;
using NodaTime.TimeZones;
using VoiceMed.Ledger.Audit;
using VoiceMed.LedgerClient.Records;

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
        command.SetAction((parsed, cancellation) => choice.ReadEitherAsync(
            parsed,
            store => Task.FromResult(PrintAll(selection.Read(parsed, store), parsed)),
            async fabric => PrintAll(await selection.ReadAsync(parsed, fabric, cancellation).ConfigureAwait(false), parsed)));
        return command;

        int PrintAll(IReadOnlyList<AccessRecord> accesses, ParseResult parsed)
        {
            foreach (var access in accesses)
            {
                Print(terminal, access, parsed.GetValue(language)!, parsed.GetValue(choice.Json));
            }

            return ExitCode.Done;
        }
    }

    private static void Print(Terminal terminal, AccessRecord access, string language, bool json)
    {
        var sentence = AccessSentence.Write(access, language, BclDateTimeZone.FromTimeZoneInfo(TimeProvider.System.LocalTimeZone));
        if (json)
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
}
