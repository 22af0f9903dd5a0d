using System.CommandLine;
using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.CommandLine.Ledger;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary>The step of enrolling and removing that changes the doctor's account in the ledger.</summary>
/// <param name="voices">Which house.</param>
internal sealed class AccountStep(VoiceChoice voices)
{
    private readonly Option<string?> _hospital = new("--hospital")
    {
        Description = "The hospital that answers for the doctor's account in the ledger. Default: what doctors.yaml says, else the house's.",
        HelpName = "ID",
    };

    /// <summary>Gives a command the option for the hospital.</summary>
    public Command AddTo(Command command)
    {
        command.Add(_hospital);
        return command;
    }

    /// <summary>Gives an enrolled doctor an account that may act.</summary>
    /// <returns>What became of it; null when no ledger is at hand, and the server makes the account when it starts.</returns>
    /// <exception cref="CommandException">The ledger refuses: the doctor must not be enrolled.</exception>
    public async Task<AccountLink?> EnsureAsync(ParseResult parsed, Voiceprint voiceprint, CancellationToken cancellation)
    {
        AccountLink? made = null;
        var doctor = Identity(parsed, voiceprint);
        doctor = parsed.GetResult(_hospital) is not null && parsed.GetValue(_hospital) is { } named ? doctor with { Hospital = new HospitalId(named) } : doctor;
        await WithAccountsAsync(
            parsed, async accounts => made = await accounts.EnsureAsync(doctor, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        return made;
    }

    /// <summary>Ends the account of a doctor whose voiceprint goes: for ever, or until the next enrolment when the voice was the only way in.</summary>
    /// <returns>What was done, for the person at the terminal.</returns>
    /// <exception cref="CommandException">It is to be revoked, and no ledger is at hand; or the ledger refuses.</exception>
    public async Task<string> EndAsync(ParseResult parsed, Voiceprint voiceprint, bool forEver, CancellationToken cancellation)
    {
        if (!forEver && Directory(parsed, voiceprint).HasWayWithoutVoice(voiceprint.Doctor))
        {
            return "the account stays: a PIN or a badge still opens a session";
        }

        var done = "there is no account in the ledger";
        var reached = await WithAccountsAsync(
            parsed,
            async accounts =>
            {
                if (await accounts.EndAsync(Identity(parsed, voiceprint), forEver, cancellation).ConfigureAwait(false))
                {
                    done = forEver ? "the account is revoked for ever" : "the account is suspended until the next enrolment";
                }
            },
            cancellation).ConfigureAwait(false);
        return reached ? done
            : !forEver ? "the account is as it was, because no ledger is at hand: use the admin's page while the server runs"
            : throw new CommandException("The account cannot be revoked, because the ledger is in use or absent: stop the server first, or revoke it by REST (docs/rest.md).");
    }

    private async Task<bool> WithAccountsAsync(ParseResult parsed, Func<DoctorAccounts, Task> work, CancellationToken cancellation)
    {
        var config = voices.Config(parsed);
        var reached = false;
        var opened = await LedgerOpener.OpenIfFreeAsync(config, voices.Data(parsed), TimeProvider.System, cancellation).ConfigureAwait(false);
        if (opened is null)
        {
            return false;
        }

        await using (opened.ConfigureAwait(false))
        {
            await LedgerChoice.TranslateAsync(async () =>
            {
                if (await DoctorAccounts.OfAsync(opened.Ledger, config.Home, cancellation).ConfigureAwait(false) is { } accounts)
                {
                    reached = true;
                    await work(accounts).ConfigureAwait(false);
                }

                return ExitCode.Done;
            }).ConfigureAwait(false);
        }

        return reached;
    }

    private DoctorIdentity Identity(ParseResult parsed, Voiceprint voiceprint) => Directory(parsed, voiceprint).Find(voiceprint.Doctor)!;

    private DoctorDirectory Directory(ParseResult parsed, Voiceprint voiceprint)
    {
        try
        {
            return DoctorDirectory.Load(voices.Data(parsed).Doctors, [voiceprint]);
        }
        catch (InvalidDataException e)
        {
            throw new CommandException(e.Message);
        }
    }
}
