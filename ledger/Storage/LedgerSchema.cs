namespace VoiceMed.Ledger.Storage;

/// <summary>The tables of the ledger's file. What is derived can be rebuilt from <c>entries</c>, and is compared with it by verification.</summary>
internal static class LedgerSchema
{
    /// <summary>Written into the file's <c>user_version</c>; a file of another version is refused.</summary>
    public const int Version = 1;

    /// <summary>Written into the file's <c>application_id</c>: "VMLG".</summary>
    public const int ApplicationId = 0x564D4C47;

    public const string Create = """
        -- the record
        CREATE TABLE entries(seq INTEGER PRIMARY KEY, header BLOB NOT NULL, payload BLOB NOT NULL);
        CREATE TABLE signatures(seq INTEGER PRIMARY KEY, signature BLOB NOT NULL);
        CREATE TABLE vault(seq INTEGER PRIMARY KEY, content BLOB NOT NULL);
        CREATE TABLE heads(leaf INTEGER PRIMARY KEY, chain INTEGER NOT NULL, size INTEGER NOT NULL, root BLOB NOT NULL);
        CREATE TABLE checkpoints(size INTEGER PRIMARY KEY, note TEXT NOT NULL);
        -- names, so that rows are small
        CREATE TABLE chains(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE names(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        -- derived: Merkle nodes of the chains (chain 0 is the channel's tree of heads)
        CREATE TABLE nodes(chain INTEGER NOT NULL, position INTEGER NOT NULL, hash BLOB NOT NULL, seq INTEGER,
            PRIMARY KEY(chain, position)) WITHOUT ROWID;
        -- derived: projections
        CREATE TABLE deliveries(tag BLOB PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE facts(chain INTEGER NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL, seq INTEGER NOT NULL,
            PRIMARY KEY(chain, kind, at, seq)) WITHOUT ROWID;
        CREATE TABLE labels(tag BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(tag, seq)) WITHOUT ROWID;
        CREATE TABLE written(writer INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(writer, seq)) WITHOUT ROWID;
        CREATE TABLE acted(actor INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(actor, seq)) WITHOUT ROWID;
        CREATE INDEX heads_by_chain ON heads(chain, size);
        """;
}
