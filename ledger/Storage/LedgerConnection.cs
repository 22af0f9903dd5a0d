using Microsoft.Data.Sqlite;
using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Ledger.Storage;

/// <summary>One connection to the ledger's file with its prepared statements. Not thread-safe: one user at a time.</summary>
internal sealed class LedgerConnection : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    private LedgerConnection(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the file.</summary>
    /// <exception cref="LedgerTamperedException">The file is not a ledger of this version.</exception>
    /// <exception cref="LedgerUnavailableException">The file cannot be opened.</exception>
    public static LedgerConnection Open(LedgerOptions options, bool write)
    {
        var source = options.Vfs is null ? options.File : $"file:{Uri.EscapeDataString(options.File).Replace("%2F", "/", StringComparison.Ordinal)}?vfs={options.Vfs}";
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = write ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ConnectionString);
        var opened = new LedgerConnection(connection);
        try
        {
            connection.Open();
            opened.Execute("PRAGMA busy_timeout=5000");
            opened.Execute("PRAGMA trusted_schema=OFF");
            opened.Execute("PRAGMA cell_size_check=ON");

            // The inner pages of the trees, which every question walks through, stay at hand however large the ledger is.
            opened.Execute($"PRAGMA cache_size=-{options.CacheKibibytes}");
            return opened;
        }
        catch (SqliteException e)
        {
            opened.Dispose();
            throw Translate(e, options.File);
        }
    }

    /// <summary>Runs a statement that answers nothing.</summary>
    /// <returns>The number of rows changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object> values)
    {
        var command = Prepare(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row, or null.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object> values)
    {
        var value = Prepare(sql, values).ExecuteScalar();
        return value is DBNull ? null : value;
    }

    /// <summary>All rows, read before this returns, so that no statement stays open.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object> values)
    {
        var rows = new List<T>();
        using var reader = Prepare(sql, values).ExecuteReader();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The first row, or the default.</summary>
    public T? Row<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    /// <summary>Row after row. The connection must not be used otherwise until the walk ends.</summary>
    public IEnumerable<T> Walk<T>(string sql, Func<SqliteDataReader, T> read, params object[] values)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        Bind(command, values);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return read(reader);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
        _connection.Dispose();
    }

    /// <summary>What an error of SQLite means to whoever asked the ledger.</summary>
    public static LedgerException Translate(SqliteException e, string file) => e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => new LedgerTamperedException(
            "file.damaged", $"The ledger file {file} is damaged ({e.Message}); stop writing, run 'voicemed ledger verify', restore from a backup.", e),
        SQLitePCL.raw.SQLITE_FULL => new LedgerUnavailableException(
            "storage.full", $"The disk of {file} is full; nothing was written. Free some space and send again.", e),
        SQLitePCL.raw.SQLITE_CANTOPEN => new LedgerUnavailableException(
            "storage.cannot-open", $"The ledger file {file} cannot be opened; create it with 'voicemed ledger seed' or check the path and its rights.", e),
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM => new LedgerUnavailableException(
            "storage.read-only", $"The ledger file {file} cannot be written; check its rights.", e),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new LedgerUnavailableException(
            "storage.busy", $"The ledger file {file} is in use; try again.", e),
        _ => new LedgerUnavailableException("storage.failed", $"The storage of {file} failed ({e.Message}); nothing was written.", e),
    };

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            _commands.Add(sql, command);
        }

        Bind(command, values);
        return command;
    }

    private static void Bind(SqliteCommand command, ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (command.Parameters.Count <= i)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "@" + (char)('a' + i) });
            }

            command.Parameters[i].Value = values[i];
        }
    }
}
