using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using VoiceMed.Ledger.Keys;
using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Ledger.Storage;

/// <summary>
/// The one writer: takes what waits in its queue, does it in one SQLite transaction, makes it durable with one flush of the
/// disk, and only then tells those who wait (group commit). An entry that cannot be signed or stored fails; it never passes
/// half written.
/// </summary>
internal sealed class LedgerWriter : IAsyncDisposable
{
    private readonly LedgerOptions _options;
    private readonly ContentKeys _keys;
    private readonly SigningKeys _signing;
    private readonly PageDigests _digests;
    private readonly WriterState _state = new();
    private readonly Channel<WorkItem> _queue;
    private readonly Task _loop;
    private LedgerConnection? _connection;
    private long _nextMove;

    public LedgerWriter(LedgerOptions options, ContentKeys keys, SigningKeys signing)
    {
        (_options, _keys, _signing) = (options, keys, signing);
        _connection = OpenConnection();
        _digests = new PageDigests(options.File);
        _nextMove = (long)options.LogPages * PageDigests.PageSize;
        MoveLogIntoFile(_connection);
        _queue = Channel.CreateBounded<WorkItem>(new BoundedChannelOptions(Math.Max(4096, 2 * options.GroupSize)) { SingleReader = true });
        _loop = Task.Run(LoopAsync);
    }

    public async Task<T> RunAsync<T>(Func<LedgerTransaction, T> work, CancellationToken cancellation)
    {
        var item = new WorkItem<T>(work);
        try
        {
            await _queue.Writer.WriteAsync(item, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException e)
        {
            throw new LedgerUnavailableException("ledger.closed", "The ledger has been closed.", e);
        }

        return await item.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
        if (_connection is { } connection)
        {
            try
            {
                MoveLogIntoFile(connection);
            }
            catch (Exception e) when (e is SqliteException or IOException)
            {
                // The log stays beside the file, and the next opening moves it: nothing is lost by a full disk now.
            }

            connection.Dispose();
        }

        _digests.Dispose();
    }

    private async Task LoopAsync()
    {
        var group = new List<WorkItem>(_options.GroupSize);
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            group.Clear();
            while (group.Count < _options.GroupSize && _queue.Reader.TryRead(out var item))
            {
                group.Add(item);
            }

            Write(group);
        }
    }

    private void Write(List<WorkItem> group)
    {
        var done = new List<WorkItem>(group.Count);
        try
        {
            _connection ??= OpenConnection();
            var transaction = Begin(_connection);
            foreach (var item in group)
            {
                if (RunOne(_connection, transaction, item))
                {
                    done.Add(item);
                }
            }

            Sign(_connection);
            _keys.Flush();
            _connection.Execute("COMMIT");
        }
        catch (Exception e)
        {
            Abandon(done.Concat(group), e);
            return;
        }

        foreach (var item in done)
        {
            item.Complete();
        }

        Tidy(_connection);
    }

    private LedgerTransaction Begin(LedgerConnection connection)
    {
        var transaction = new LedgerTransaction(connection, _keys, _signing, _state, _options.Time);
        connection.Execute("BEGIN IMMEDIATE");
        if (_state.NextSequence == 0)
        {
            _state.NextSequence = transaction.Count + 1;
        }

        return transaction;
    }

    /// <summary>Runs one step; what it refuses is undone without touching the rest of the group.</summary>
    private bool RunOne(LedgerConnection connection, LedgerTransaction transaction, WorkItem item)
    {
        var unsigned = _state.Unsigned.Count;
        var changes = _state.Changes;
        connection.Execute("SAVEPOINT step");
        try
        {
            item.Run(transaction);
            connection.Execute("RELEASE step");
            return true;
        }
        catch (Exception e) when (e is not SqliteException)
        {
            connection.Execute("ROLLBACK TO step");
            connection.Execute("RELEASE step");
            if (_state.Changes != changes)
            {
                _state.Unsigned.RemoveRange(unsigned, _state.Unsigned.Count - unsigned);
                _state.Forget(transaction);
            }

            item.Fail(e);
            return false;
        }
    }

    private void Sign(LedgerConnection connection)
    {
        foreach (var (sequence, writer, hash) in _state.Unsigned)
        {
            connection.Execute("INSERT INTO signatures(seq, signature) VALUES(@a, @b)", sequence, _signing.Sign(writer, hash));
        }

        _state.Unsigned.Clear();
    }

    /// <summary>
    /// After a failure of the storage nothing the connection remembers can be trusted: it is opened anew before the next group.
    /// </summary>
    private void Abandon(IEnumerable<WorkItem> group, Exception error)
    {
        _connection?.Dispose();
        _connection = null;
        _state.Unsigned.Clear();
        _state.NextSequence = 0;
        var told = error is SqliteException sqlite ? LedgerConnection.Translate(sqlite, _options.File) : error;
        foreach (var item in group)
        {
            item.Fail(told);
        }
    }

    private void Tidy(LedgerConnection connection)
    {
        try
        {
            var length = LogLength();
            if (length > _nextMove)
            {
                // A long reader keeps the log from being emptied: then it is tried again when the log has grown by half.
                _nextMove = MoveLogIntoFile(connection) ? (long)_options.LogPages * PageDigests.PageSize : length + (length / 2);
            }
        }
        catch (Exception e) when (e is SqliteException or IOException)
        {
            // What was acknowledged is durable in the log. A full disk shows at the next append, which is told.
            connection.Dispose();
            _connection = null;
        }
    }

    private long LogLength()
    {
        var log = new FileInfo(_options.File + "-wal");
        return log.Exists ? log.Length : 0;
    }

    /// <summary>
    /// Moves the log's pages into the file, notes their digests, and only then empties the log: a crash before that finds the
    /// log still there and does it again.
    /// </summary>
    /// <returns>False when a reader still needs a part of the log.</returns>
    private bool MoveLogIntoFile(LedgerConnection connection)
    {
        var changed = WriteAheadLog.Pages(_options.File);
        var (frames, moved) = connection.Row("PRAGMA wal_checkpoint(PASSIVE)", static row => (row.GetInt32(1), row.GetInt32(2)));
        if (frames != moved)
        {
            return false;
        }

        _digests.Update(changed);
        return connection.Row("PRAGMA wal_checkpoint(TRUNCATE)", static row => row.GetInt32(0)) == 0;
    }

    private LedgerConnection OpenConnection()
    {
        var connection = LedgerConnection.Open(_options, write: true);
        try
        {
            // Nobody else writes; the only wait is for readers when the log is emptied, and appends must not stand behind it.
            connection.Execute("PRAGMA busy_timeout=20");
            connection.Execute("PRAGMA page_size=4096");
            connection.Execute("PRAGMA journal_mode=WAL");
            connection.Execute("PRAGMA synchronous=FULL");
            connection.Execute("PRAGMA wal_autocheckpoint=0");
            connection.Execute("PRAGMA secure_delete=ON");
            if (_options.MaxPages is { } most)
            {
                connection.Execute($"PRAGMA max_page_count={most}");
            }

            LedgerFile.Prepare(connection, _options.File);
            var keys = new LedgerReader(connection, _keys);
            _state.Forget(keys);
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw LedgerConnection.Translate(e, _options.File);
        }
    }
}
