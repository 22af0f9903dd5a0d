using VoiceMed.LedgerClient.Entries;

namespace VoiceMed.Ledger.Storage;

/// <summary>Files an entry where queries look for it.</summary>
internal static class Projections
{
    public static void Add(LedgerReader reader, WriterState state, long sequence, EntryHeader header, long chain, EntryProjection projection)
    {
        var connection = reader.Connection;
        if (header.Delivery.Length > 0)
        {
            connection.Execute("INSERT INTO deliveries(tag, seq) VALUES(@a, @b)", header.Delivery, sequence);
        }

        connection.Execute(
            "INSERT INTO facts(chain, kind, at, seq) VALUES(@a, @b, @c, @d)",
            chain, state.Name(reader, projection.Filing ?? header.Kind), (projection.At ?? header.Time).ToUnixTimeMilliseconds(), sequence);
        connection.Execute("INSERT INTO written(writer, seq) VALUES(@a, @b)", state.Name(reader, header.Writer), sequence);
        if (projection.Label is not null)
        {
            connection.Execute("INSERT INTO labels(tag, seq) VALUES(@a, @b)", reader.LabelTag(projection.Label), sequence);
        }

        if (projection.Actor is not null)
        {
            connection.Execute("INSERT INTO acted(actor, seq) VALUES(@a, @b)", state.Name(reader, projection.Actor), sequence);
        }
    }
}
