using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Ledger.Storage;

/// <summary>That a file is a ledger of this version, made one when it is new.</summary>
internal static class LedgerFile
{
    public static void Prepare(LedgerConnection connection, string path)
    {
        if ((long)connection.Scalar("SELECT count(*) FROM sqlite_master")! == 0)
        {
            connection.Execute("BEGIN IMMEDIATE");
            connection.Execute(LedgerSchema.Create);
            connection.Execute($"PRAGMA application_id={LedgerSchema.ApplicationId}");
            connection.Execute($"PRAGMA user_version={LedgerSchema.Version}");
            connection.Execute("COMMIT");
        }

        Check(connection, path);
    }

    public static void Check(LedgerConnection connection, string path)
    {
        if ((long)connection.Scalar("PRAGMA application_id")! != LedgerSchema.ApplicationId)
        {
            throw new LedgerTamperedException("file.foreign", $"{path} is a SQLite file, but not a VoiceMed ledger; name another file.");
        }

        var version = (long)connection.Scalar("PRAGMA user_version")!;
        if (version != LedgerSchema.Version)
        {
            throw new LedgerTamperedException("file.version", $"{path} is a ledger of version {version}; this program reads version {LedgerSchema.Version}.");
        }
    }
}
