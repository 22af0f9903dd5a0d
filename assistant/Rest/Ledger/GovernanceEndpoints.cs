using System.Text.Json.Serialization;
using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Assistant.Rest.Responses;
using VoiceMed.Ledger;
using VoiceMed.Ledger.Governance;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Rest.Ledger;

/// <summary>
/// The channel: its council, its hospitals' managers, and what the council is asked to agree on. A member acts with a token signed by the
/// member's own key (<c>council/member-1</c>), so that m agreements need m keys.
/// </summary>
internal static class GovernanceEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ledger/channel", GetChannel).WithName("getChannel").WithTags("ledger")
            .WithSummary("The channel: the council's public keys and threshold, the hospitals' managers.");
        routes.MapGet("/ledger/proposals", GetProposals).WithName("getProposals").WithTags("ledger")
            .WithSummary("What the council was asked to agree on, oldest first, with who agreed.");
        routes.MapPost("/ledger/proposals", ProposeAsync).WithName("propose").WithTags("ledger").Accepts<NewProposal>("application/json")
            .WithSummary("Proposes to admit or remove a hospital, or to add or revoke a manager's key. For members of the council.");
        routes.MapPost("/ledger/proposals/{proposal}/approvals", ApproveAsync).WithName("approveProposal").WithTags("ledger")
            .WithSummary("Agrees with a proposal; with the last agreement that is needed it takes effect. For members of the council.");
    }

    private static JsonAnswer<ChannelResource> GetChannel(EmbeddedLedger ledger)
    {
        var registry = ledger.Registry.Current;
        var genesis = registry.Genesis ?? throw new LedgerUnavailableException("ledger.empty", "The ledger has no channel yet.");
        return new(new ChannelResource(
            genesis.Channel, Registry.OriginOf(genesis.Channel), genesis.Threshold,
            [.. genesis.Council.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => new MemberResource(m.Key, m.Value))],
            [.. registry.Keys.Values.Where(k => k.Hospital is not null).OrderBy(k => k.Name, StringComparer.Ordinal)
                .Select(k => new ManagerResource(k.Name, k.Hospital!.Value.Value, k.PublicKey, k.Revoked))]));
    }

    private static JsonAnswer<RestPage<ProposalState>> GetProposals(EmbeddedLedger ledger, [AsParameters] PageQuery page) =>
        new(Paging.Cut(ledger.Council.List(), p => p.Proposal.Id, page));

    private static async Task<JsonAnswer<ProposalState>> ProposeAsync(HttpContext http, EmbeddedLedger ledger, CancellationToken cancellation)
    {
        var member = CallerFilter.Of(http).WithRole(CallerRoles.Council).Account.Key;
        var state = await RestBody.ReadAsync<NewProposal>(http, cancellation).ConfigureAwait(false) switch
        {
            NewProposal.AdmitHospital admit => await ledger.Council.ProposeHospitalAsync(member, admit.Hospital, cancellation).ConfigureAwait(false),
            NewProposal.RemoveHospital remove => await ledger.Council.ProposeRemovalAsync(member, Known(ledger, remove.Hospital), cancellation).ConfigureAwait(false),
            NewProposal.AddManagerKey add => await ledger.Council.ProposeManagerKeyAsync(member, Known(ledger, add.Hospital), cancellation).ConfigureAwait(false),
            NewProposal.RevokeManagerKey revoke => await ledger.Council.ProposeKeyRevocationAsync(member, revoke.Key, cancellation).ConfigureAwait(false),
            _ => throw new InvalidOperationException("A proposal of an unknown type was read."),
        };
        return new(state, StatusCodes.Status201Created);
    }

    private static async Task<JsonAnswer<ProposalState>> ApproveAsync(
        HttpContext http, EmbeddedLedger ledger, string proposal, CancellationToken cancellation) =>
        new(await ledger.Council.ApproveAsync(CallerFilter.Of(http).WithRole(CallerRoles.Council).Account.Key, proposal, cancellation).ConfigureAwait(false));

    private static HospitalId Known(EmbeddedLedger ledger, HospitalId hospital) => ledger.Registry.Current.Hospital(hospital).Id;

    internal sealed record ChannelResource(
        string Name, string Origin, int Threshold, IReadOnlyList<MemberResource> Council, IReadOnlyList<ManagerResource> Managers);

    internal sealed record MemberResource(string Key, byte[] PublicKey);

    internal sealed record ManagerResource(string Key, string HospitalId, byte[] PublicKey, bool Revoked);

    /// <summary>What the council can be asked here; contracts are proposed at <c>/ledger/contracts</c>.</summary>
    [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
    [JsonDerivedType(typeof(AdmitHospital), "admit-hospital")]
    [JsonDerivedType(typeof(RemoveHospital), "remove-hospital")]
    [JsonDerivedType(typeof(AddManagerKey), "add-manager-key")]
    [JsonDerivedType(typeof(RevokeManagerKey), "revoke-manager-key")]
    internal abstract record NewProposal
    {
        internal sealed record AdmitHospital(Hospital Hospital) : NewProposal;

        internal sealed record RemoveHospital(HospitalId Hospital) : NewProposal;

        internal sealed record AddManagerKey(HospitalId Hospital) : NewProposal;

        internal sealed record RevokeManagerKey(string Key) : NewProposal;
    }
}
