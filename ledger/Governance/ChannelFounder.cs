using System.Globalization;
using System.Text.Json;
using VoiceMed.Ledger.Keys;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Governance;

/// <summary>Founds a channel: makes the council's and the machine's keys and writes the first entry.</summary>
internal static class ChannelFounder
{
    /// <summary>Founds the channel unless the ledger has one.</summary>
    public static async ValueTask FoundAsync(LedgerStore store, CancellationToken cancellation)
    {
        if (store.Read(static reader => reader.Count) > 0)
        {
            return;
        }

        var options = store.Options;
        ArgumentOutOfRangeException.ThrowIfLessThan(options.CouncilThreshold, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.CouncilThreshold, options.CouncilMembers);
        var council = Enumerable.Range(1, options.CouncilMembers)
            .Select(static number => "council/member-" + number.ToString(CultureInfo.InvariantCulture))
            .ToDictionary(static member => member, store.SigningKeys.Create, StringComparer.Ordinal);
        var genesis = new Genesis(options.Channel, options.CouncilThreshold, council, store.SigningKeys.Create(SigningKeys.Machine));
        PinnedCouncil.Write(options.KeysDirectory, genesis);
        await store.TransactAsync(transaction => transaction.Count > 0 ? null : transaction.Append(new EntryDraft
        {
            Chain = ChainName.Channel(options.Channel),
            Kind = Genesis.Kind,
            Writer = SigningKeys.Machine,
            Payload = JsonSerializer.SerializeToUtf8Bytes(genesis, RecordJson.Options),
        }), cancellation).ConfigureAwait(false);
    }
}
