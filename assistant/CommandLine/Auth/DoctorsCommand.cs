using System.CommandLine;
using System.Globalization;
using VoiceMed.Auth.Voiceprints;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary><c>voicemed doctors</c>: the enrolled voices.</summary>
internal static class DoctorsCommand
{
    private const string Description = """
        Lists, shows, suspends and removes enrolled voices, takes back what adaptation changed, and renews the key they are sealed under.

        Examples:
          voicemed doctors list
          voicemed doctors show smirnova --json
          voicemed doctors suspend smirnova
          voicemed doctors resume smirnova
          voicemed doctors remove smirnova
          voicemed doctors revert smirnova
          voicemed doctors rotate-key
        """;

    private const string RemoveDescription = """
        Deletes a doctor's voiceprint for good; a line in the journal stays. The doctor's account in the ledger is suspended until the next
        enrolment, unless a PIN or a badge still opens a session.

        Examples:
          voicemed doctors remove smirnova
          voicemed doctors remove smirnova --revoke
        """;

    private const string SuspendDescription = """
        Takes a doctor's voice out of use: it opens nothing any more, and its record is kept. So is a line in the journal. The doctor's
        account in the ledger is suspended too, unless a PIN or a badge still opens a session. A server that runs takes it up when it starts
        again; the admin's page does it at once.

        Examples:
          voicemed doctors suspend smirnova
        """;

    private const string ResumeDescription = """
        Gives a suspended voice back, and the doctor's account in the ledger with it. Enrolling again does so as well.

        Examples:
          voicemed doctors resume smirnova
        """;

    public static Command Create(Terminal terminal) => new("doctors", Description)
    {
        CreateList(terminal),
        CreateShow(terminal),
        CreateSuspend(terminal),
        CreateResume(terminal),
        CreateRemove(terminal),
        CreateRevert(terminal),
        CreateRotate(terminal),
    };

    private static Command CreateList(Terminal terminal)
    {
        var json = CommonOptions.Json();
        var voices = new VoiceChoice();
        var command = voices.AddHouseTo(new Command("list", "Lists the enrolled doctors.") { json });
        command.SetAction((parsed, _) => AuthErrors.TranslateAsync(() =>
        {
            var all = voices.OpenStore(parsed).ReadAll();
            foreach (var voiceprint in all)
            {
                Print(terminal, voiceprint, parsed.GetValue(json), brief: true);
            }

            if (all.Count == 0)
            {
                terminal.Message("Nobody is enrolled: 'voicemed enrol DOCTOR FILE…' enrols.");
            }

            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }

    private static Command CreateShow(Terminal terminal)
    {
        var doctor = Doctor();
        var json = CommonOptions.Json();
        var voices = new VoiceChoice();
        var command = voices.AddHouseTo(new Command("show", "Shows a doctor's record; never the template.") { doctor, json });
        command.SetAction((parsed, _) => AuthErrors.TranslateAsync(() =>
        {
            Print(terminal, Find(voices.OpenStore(parsed), parsed.GetRequiredValue(doctor)), parsed.GetValue(json), brief: false);
            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }

    private static Command CreateSuspend(Terminal terminal)
    {
        var doctor = Doctor();
        var voices = new VoiceChoice();
        var accounts = new AccountStep(voices);
        var command = voices.AddHouseTo(new Command("suspend", SuspendDescription) { doctor });
        command.SetAction((parsed, cancellation) => AuthErrors.TranslateAsync(async () =>
        {
            // The voice first: whatever becomes of the account, it opens nothing.
            var store = voices.OpenStore(parsed);
            var voiceprint = Find(store, parsed.GetRequiredValue(doctor));
            store.Suspend(voiceprint.Doctor, suspended: true);
            var account = await accounts.EndAsync(parsed, voiceprint, forEver: false, cancellation).ConfigureAwait(false);
            terminal.Result($"{voiceprint.Doctor}: suspended, the voice opens nothing; {account}");
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command CreateResume(Terminal terminal)
    {
        var doctor = Doctor();
        var voices = new VoiceChoice();
        var accounts = new AccountStep(voices);
        var command = voices.AddHouseTo(new Command("resume", ResumeDescription) { doctor });
        command.SetAction((parsed, cancellation) => AuthErrors.TranslateAsync(async () =>
        {
            // The account first: who was revoked for ever gets no voice back.
            var store = voices.OpenStore(parsed);
            var voiceprint = Find(store, parsed.GetRequiredValue(doctor));
            var account = await accounts.EnsureAsync(parsed, voiceprint, cancellation).ConfigureAwait(false);
            store.Suspend(voiceprint.Doctor, suspended: false);
            terminal.Result($"{voiceprint.Doctor}: the voice is in use again; {EnrolCommand.Said(account)}");
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command CreateRemove(Terminal terminal)
    {
        var doctor = Doctor();
        var revoke = new Option<bool>("--revoke") { Description = "Revoke the doctor's account in the ledger for ever: the doctor leaves." };
        var voices = new VoiceChoice();
        var accounts = new AccountStep(voices);
        var command = voices.AddHouseTo(new Command("remove", RemoveDescription) { doctor, revoke });
        command.SetAction((parsed, cancellation) => AuthErrors.TranslateAsync(async () =>
        {
            var store = voices.OpenStore(parsed);
            var voiceprint = Find(store, parsed.GetRequiredValue(doctor));
            var account = await accounts.EndAsync(parsed, voiceprint, parsed.GetValue(revoke), cancellation).ConfigureAwait(false);
            store.Remove(voiceprint.Doctor);
            terminal.Result($"{voiceprint.Doctor}: removed; {account}");
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command CreateRevert(Terminal terminal)
    {
        var doctor = Doctor();
        var voices = new VoiceChoice();
        var command = voices.AddHouseTo(new Command("revert", "Takes back what adaptation changed: the template is the enrolled one again.") { doctor });
        command.SetAction((parsed, _) => AuthErrors.TranslateAsync(() =>
        {
            var store = voices.OpenStore(parsed);
            var voiceprint = Find(store, parsed.GetRequiredValue(doctor));
            store.Save(voiceprint with { Adapted = null, Adaptations = 0 }, "reverted");
            terminal.Result($"{voiceprint.Doctor}: {voiceprint.Adaptations} adaptations taken back");
            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }

    private static Command CreateRotate(Terminal terminal)
    {
        var voices = new VoiceChoice();
        var command = voices.AddHouseTo(new Command("rotate-key", "Seals every voiceprint anew under a new key; former copies become useless."));
        command.SetAction((parsed, _) => AuthErrors.TranslateAsync(() =>
        {
            terminal.Result($"{Counted.Of(voices.OpenStore(parsed).RotateKey(), "voiceprint")} sealed under a new key");
            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }

    private static Argument<string> Doctor() => new("DOCTOR") { Description = "An enrolled doctor." };

    private static Voiceprint Find(VoiceprintStore store, string doctor) => store.Find(doctor)
        ?? throw new CommandException($"'{doctor}' is not enrolled: 'voicemed doctors list' names who is.");

    private static void Print(Terminal terminal, Voiceprint voiceprint, bool json, bool brief)
    {
        if (json)
        {
            terminal.ResultJson(new
            {
                doctor = voiceprint.Doctor,
                name = voiceprint.Name,
                role = voiceprint.Role,
                ward = voiceprint.Ward,
                consentedOn = voiceprint.ConsentedOn,
                enrolledAt = voiceprint.EnrolledAt,
                voicedSeconds = Math.Round(voiceprint.Enrolled.VoicedSeconds, 2),
                selfFit = Math.Round(voiceprint.Enrolled.SelfFit, 2),
                adaptations = voiceprint.Adaptations,
                suspendedAt = voiceprint.SuspendedAt,
                model = voiceprint.Enrolled.ModelId,
            });
            return;
        }

        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{voiceprint.Doctor,-16} {voiceprint.Name ?? voiceprint.Doctor}, {voiceprint.Role}, consent {voiceprint.ConsentedOn:yyyy-MM-dd}, enrolled {voiceprint.EnrolledAt:yyyy-MM-dd HH:mm}");
        var suspended = voiceprint.SuspendedAt is { } since ? string.Create(CultureInfo.InvariantCulture, $", suspended {since:yyyy-MM-dd HH:mm}") : "";
        terminal.Result(text + suspended);
        if (!brief)
        {
            terminal.Result(string.Create(
                CultureInfo.InvariantCulture,
                $"{"",-16} ward '{voiceprint.Ward}', {voiceprint.Enrolled.VoicedSeconds:F1} s of voice, self-fit {voiceprint.Enrolled.SelfFit:F2}, {voiceprint.Adaptations} adaptations, model {voiceprint.Enrolled.ModelId}"));
        }
    }
}
