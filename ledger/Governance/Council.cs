using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using VoiceMed.Ledger.Keys;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Governance;

/// <summary>
/// The council: members propose and agree, each by an entry signed with the member's own key; what enough of them agree on
/// takes effect in the same step as the last agreement. Thread-safe.
/// </summary>
public sealed class Council(LedgerStore store, RegistryView registry)
{
    /// <summary>Proposes that a hospital comes into the channel, or that what is known of it changes.</summary>
    public ValueTask<ProposalState> ProposeAdmissionAsync(string member, Admission admission, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(admission);
        ChainName.Checked(admission.Hospital.Id.Value);
        return ProposeAsync(member, Admission.Kind, ChannelChain, admission, cancellation);
    }

    /// <summary>Proposes that a hospital leaves the channel.</summary>
    public ValueTask<ProposalState> ProposeRemovalAsync(string member, HospitalId hospital, CancellationToken cancellation = default) =>
        ProposeAsync(member, Removal.Kind, ChannelChain, new Removal(hospital), cancellation);

    /// <summary>Proposes that a hospital's key comes or goes.</summary>
    public ValueTask<ProposalState> ProposeKeyChangeAsync(string member, KeyChange change, CancellationToken cancellation = default) =>
        ProposeAsync(member, KeyChange.Kind, ChannelChain, change, cancellation);

    /// <summary>Proposes a hospital with a manager's key that is kept on this machine; for a hospital that is in the channel, that what is known of it changes.</summary>
    /// <exception cref="LedgerRejectedException"><c>council.not-a-member</c>, <c>identifier.invalid</c>.</exception>
    public ValueTask<ProposalState> ProposeHospitalAsync(string member, Hospital hospital, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(hospital);

        // The key of a hospital that is in the channel may lie on another machine: it is named again as it is, never made again.
        if (registry.Current.CurrentKeyOf(hospital.Id) is { } current)
        {
            return ProposeAdmissionAsync(member, new Admission(hospital, current.Name, current.PublicKey), cancellation);
        }

        var key = NextKeyOf(hospital.Id);
        return ProposeAdmissionAsync(member, new Admission(hospital, key, KeyFor(member, key)), cancellation);
    }

    /// <summary>Proposes another key of a hospital's manager, which is kept on this machine; the hospital signs with its newest key.</summary>
    /// <exception cref="LedgerRejectedException"><c>council.not-a-member</c>, <c>identifier.invalid</c>.</exception>
    public ValueTask<ProposalState> ProposeManagerKeyAsync(string member, HospitalId hospital, CancellationToken cancellation = default)
    {
        var key = NextKeyOf(hospital);
        return ProposeKeyChangeAsync(member, new KeyChange(hospital, key, KeyFor(member, key)), cancellation);
    }

    /// <summary>Proposes that a hospital's key signs nothing any more.</summary>
    /// <exception cref="LedgerRejectedException"><c>council.not-a-member</c>; <c>manager-key.unknown</c>: no hospital has such a key.</exception>
    public ValueTask<ProposalState> ProposeKeyRevocationAsync(string member, string key, CancellationToken cancellation = default) =>
        registry.Current.Keys.GetValueOrDefault(key)?.Hospital is { } hospital
            ? ProposeKeyChangeAsync(member, new KeyChange(hospital, key, null), cancellation)
            : throw new LedgerRejectedException("manager-key.unknown", $"No hospital has a key '{key}'.");

    /// <summary>Proposes anything that takes effect as one entry; the proposing member agrees with it.</summary>
    /// <param name="member">The member's key.</param>
    /// <param name="effect">The kind of the entry that comes of it.</param>
    /// <param name="chain">The chain it goes to.</param>
    /// <param name="subject">Its payload.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="LedgerRejectedException"><c>council.not-a-member</c>, <c>key.absent</c>.</exception>
    public ValueTask<ProposalState> ProposeAsync<T>(string member, string effect, string chain, T subject, CancellationToken cancellation = default)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(subject, RecordJson.Options);
        return ActAsync(
            member,
            transaction =>
            {
                // The place in the channel is part of the identity: a hospital that left can be admitted again in the same words.
                var round = transaction.Length(chain);
                var open = States(transaction).FirstOrDefault(state => !state.IsAccepted && state.Proposal.Effect == effect
                    && state.Proposal.Chain == chain && JsonSerializer.SerializeToUtf8Bytes(state.Proposal.Subject, RecordJson.Options).AsSpan().SequenceEqual(payload));
                if (open is not null)
                {
                    return open.Proposal.Id;
                }

                var id = "proposal-" + Convert.ToHexStringLower(SHA256.HashData([.. payload, .. BitConverter.GetBytes(round), .. System.Text.Encoding.UTF8.GetBytes(effect + chain)]))[..16];
                Append(transaction, member, Proposal.Kind, id, new Proposal(id, effect, chain, JsonSerializer.Deserialize<JsonElement>(payload)));
                return id;
            },
            cancellation);
    }

    /// <summary>Agrees with a proposal.</summary>
    /// <exception cref="LedgerRejectedException"><c>council.not-a-member</c>, <c>proposal.unknown</c>, <c>key.absent</c>.</exception>
    public ValueTask<ProposalState> ApproveAsync(string member, string proposal, CancellationToken cancellation = default) =>
        ActAsync(member, _ => proposal, cancellation);

    /// <summary>All proposals, oldest first.</summary>
    public IReadOnlyList<ProposalState> List() => registry.Current.Genesis is null ? [] : store.Read(States);

    /// <inheritdoc cref="List()"/>
    public static IReadOnlyList<ProposalState> List(LedgerReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Registry.Load(reader).Genesis is { } genesis ? States(reader, genesis.Threshold) : [];
    }

    // A number that was never used: a name stands for one key for ever.
    private string NextKeyOf(HospitalId hospital) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ChainName.Checked(hospital.Value)}/manager-{1 + registry.Current.Keys.Values.Count(key => key.Hospital == hospital)}");

    private byte[] KeyFor(string member, string key) => Genesis.Council.ContainsKey(member)
        ? store.SigningKeys.Create(key)
        : throw new LedgerRejectedException("council.not-a-member", $"'{member}' is not a member of the council.");

    private string ChannelChain => ChainName.Channel(Genesis.Channel);

    private Genesis Genesis => registry.Current.Genesis
        ?? throw new LedgerUnavailableException("ledger.empty", "The ledger has no channel yet.");

    private async ValueTask<ProposalState> ActAsync(string member, Func<LedgerTransaction, string> propose, CancellationToken cancellation)
    {
        if (!Genesis.Council.ContainsKey(member))
        {
            throw new LedgerRejectedException("council.not-a-member", $"'{member}' is not a member of the council.");
        }

        var state = await store.TransactAsync(transaction => Act(transaction, member, propose(transaction)), cancellation).ConfigureAwait(false);
        registry.Refresh();
        return state;
    }

    private ProposalState Act(LedgerTransaction transaction, string member, string id)
    {
        var before = Find(transaction, id);
        if (before.IsAccepted || before.Approvals.Contains(member))
        {
            return before;
        }

        Append(transaction, member, Approval.Kind, $"{id}/{member}", new Approval(id));
        var after = Find(transaction, id);
        if (after.IsAccepted)
        {
            transaction.Append(new EntryDraft
            {
                Chain = after.Proposal.Chain,
                Kind = after.Proposal.Effect,
                Writer = SigningKeys.Machine,
                Payload = JsonSerializer.SerializeToUtf8Bytes(after.Proposal.Subject, RecordJson.Options),
                IdempotencyKey = "effect/" + id,
            });
        }

        return after;
    }

    private ProposalState Find(LedgerReader reader, string id) => States(reader).FirstOrDefault(state => state.Proposal.Id == id)
        ?? throw new LedgerRejectedException("proposal.unknown", $"The council has no proposal '{id}'.");

    private IReadOnlyList<ProposalState> States(LedgerReader reader) => States(reader, Genesis.Threshold);

    private static IReadOnlyList<ProposalState> States(LedgerReader reader, int threshold)
    {
        var proposals = new Dictionary<string, (Proposal Proposal, SortedSet<string> Approvals)>(StringComparer.Ordinal);
        foreach (var entry in reader.Walk(ChainName.Council))
        {
            if (entry.Header.Kind == Proposal.Kind && JsonSerializer.Deserialize<Proposal>(reader.Open(entry), RecordJson.Options) is { } proposal)
            {
                proposals.TryAdd(proposal.Id, (proposal, new SortedSet<string>(StringComparer.Ordinal)));
            }
            else if (entry.Header.Kind == Approval.Kind && JsonSerializer.Deserialize<Approval>(reader.Open(entry), RecordJson.Options) is { } approval
                && proposals.TryGetValue(approval.Proposal, out var known))
            {
                known.Approvals.Add(entry.Header.Writer);
            }
        }

        return [.. proposals.Values.Select(known => new ProposalState(known.Proposal, [.. known.Approvals], threshold))];
    }

    private static void Append<T>(LedgerTransaction transaction, string member, string kind, string key, T payload) => transaction.Append(new EntryDraft
    {
        Chain = ChainName.Council,
        Kind = kind,
        Writer = member,
        Payload = JsonSerializer.SerializeToUtf8Bytes(payload, RecordJson.Options),
        IdempotencyKey = key,
    });
}
