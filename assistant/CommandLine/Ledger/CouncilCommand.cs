using System.CommandLine;
using VoiceMed.Ledger.Governance;
using VoiceMed.LedgerClient.Identifiers;
using LedgerOf = VoiceMed.Ledger.EmbeddedLedger;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger council</c>: the channel's hospitals and their managers' keys, by the council's agreement.</summary>
internal static class CouncilCommand
{
    private const string Description = """
        The council: members propose and agree, each with the key of the member named with --as, which must lie on this machine. What
        enough of them agree on takes effect at once.

        Examples:
          voicemed ledger council show
          voicemed ledger council admit hospital-4 --name "Четвёртая больница" --as council/member-1
          voicemed ledger council approve proposal-8c1e0f2a9b7d6543 --as council/member-2
          voicemed ledger council revoke-key hospital-4/manager-1 --as council/member-1
        """;

    public static Command Create(Terminal terminal) => new("council", Description)
    {
        Show(terminal), Proposals(terminal), Admit(terminal),
        Step(terminal, "remove", "Proposes that a hospital leaves the channel.", "HOSPITAL", (ledger, member, hospital, cancellation) =>
            ledger.Council.ProposeRemovalAsync(member, ledger.Registry.Current.Hospital(new HospitalId(hospital)).Id, cancellation)),
        Step(terminal, "add-key", "Proposes another key of a hospital's manager, made on this machine.", "HOSPITAL", (ledger, member, hospital, cancellation) =>
            ledger.Council.ProposeManagerKeyAsync(member, ledger.Registry.Current.Hospital(new HospitalId(hospital)).Id, cancellation)),
        Step(terminal, "revoke-key", "Proposes that a manager's key signs nothing any more.", "KEY", (ledger, member, key, cancellation) =>
            ledger.Council.ProposeKeyRevocationAsync(member, key, cancellation)),
        Step(terminal, "approve", "Agrees with a proposal.", "PROPOSAL", (ledger, member, proposal, cancellation) =>
            ledger.Council.ApproveAsync(member, proposal, cancellation)),
    };

    /// <summary>Says how far a proposal has come.</summary>
    public static int Print(Terminal terminal, ProposalState state, bool json)
    {
        if (json)
        {
            terminal.ResultJson(new
            {
                proposal = state.Proposal.Id,
                effect = state.Proposal.Effect,
                chain = state.Proposal.Chain,
                subject = state.Proposal.Subject,
                approvals = state.Approvals,
                threshold = state.Threshold,
                accepted = state.IsAccepted,
            });
        }
        else
        {
            terminal.Result($"{state.Proposal.Id} {state.Proposal.Effect,-18} {(state.IsAccepted ? "accepted" : "open"),-8} {state.Approvals.Count} of {state.Threshold}: {string.Join(", ", state.Approvals)}");
        }

        return ExitCode.Done;
    }

    /// <summary>The option that names the acting member.</summary>
    public static Option<string> Member() => new("--as") { Description = "The member who acts.", Required = true, HelpName = "MEMBER" };

    private static Command Show(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var command = choice.AddTo(new Command("show", "Shows the channel: members, hospitals, managers' keys."));
        command.SetAction((parsed, _) => choice.ReadAsync(parsed, store =>
        {
            var registry = store.Read(Registry.Load);
            var genesis = registry.Genesis ?? throw new CommandException("The ledger has no channel yet; create one with 'voicemed ledger seed'.");
            var keys = registry.Keys.Values.Where(k => k.Hospital is not null).OrderBy(k => k.Name, StringComparer.Ordinal).ToArray();
            if (parsed.GetValue(choice.Json))
            {
                terminal.ResultJson(new
                {
                    channel = genesis.Channel,
                    threshold = genesis.Threshold,
                    members = genesis.Council.Keys.Order(StringComparer.Ordinal),
                    hospitals = registry.Hospitals.Select(h => h.Id.Value),
                    managers = keys.Select(k => new { key = k.Name, revoked = k.Revoked }),
                });
                return Task.FromResult(ExitCode.Done);
            }

            terminal.Result($"channel {genesis.Channel}: {genesis.Threshold} of {genesis.Council.Count} members must agree: {string.Join(", ", genesis.Council.Keys.Order(StringComparer.Ordinal))}");
            foreach (var hospital in registry.Hospitals)
            {
                terminal.Result($"{hospital.Id,-14} {hospital.Name.In("ru")}: {string.Join(", ", keys.Where(k => k.Hospital == hospital.Id).Select(k => k.Name + (k.Revoked ? " (revoked)" : string.Empty)))}");
            }

            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }

    private static Command Proposals(Terminal terminal) => ListCommand.Create(
        "proposals", "Lists what the council was asked to agree on, oldest first.", Council.List, (state, json) => Print(terminal, state, json));

    private static Command Admit(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var (hospital, member) = (new HospitalDescription(), Member());
        var command = choice.AddTo(hospital.AddTo(
            new Command("admit", "Proposes a hospital with a manager's key made on this machine, or changes what is known of one.") { member }));
        command.SetAction((parsed, cancellation) => choice.WriteAsync(
            parsed,
            async ledger => Print(
                terminal,
                await ledger.Council.ProposeHospitalAsync(parsed.GetRequiredValue(member), hospital.Read(parsed), cancellation).ConfigureAwait(false),
                parsed.GetValue(choice.Json)),
            cancellation));
        return command;
    }

    private static Command Step(
        Terminal terminal, string name, string description, string what, Func<LedgerOf, string, string, CancellationToken, ValueTask<ProposalState>> act)
    {
        var choice = new LedgerChoice();
        var (subject, member) = (new Argument<string>(what), Member());
        var command = choice.AddTo(new Command(name, description) { subject, member });
        command.SetAction((parsed, cancellation) => choice.WriteAsync(
            parsed,
            async ledger => Print(
                terminal,
                await act(ledger, parsed.GetRequiredValue(member), parsed.GetRequiredValue(subject), cancellation).ConfigureAwait(false),
                parsed.GetValue(choice.Json)),
            cancellation));
        return command;
    }
}
