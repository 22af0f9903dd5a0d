using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using VoiceMed.Ledger.Keys;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.Ledger.Storage;

/// <summary>
/// The embedded ledger's storage: chains of signed, hash-linked entries in one SQLite file, appended by one writer in groups,
/// read by anyone at a consistent moment. Thread-safe.
/// </summary>
/// <remarks>
/// <para>Where things go: what is about a patient goes to <see cref="ChainName.Patient"/> and is sealed with the patient's key;
/// a device's stream to <see cref="ChainName.Stream"/>; accesses to <see cref="ChainName.Audit"/>; everything else that holds
/// no personal data to a chain of its own (<see cref="ChainName.Resource"/>, <see cref="ChainName.Contract"/>, …) in clear.
/// A new kind of entry needs no change here: choose a chain, a kind and a payload, and <see cref="AppendAsync"/> it; read it
/// back with <see cref="LedgerReader.Query"/> or <see cref="LedgerReader.Walk"/> inside <see cref="Read{T}"/>.</para>
/// <para>A decision that depends on what stands in the ledger ("reserve if enough is left") belongs into one
/// <see cref="TransactAsync{T}"/>: nobody writes between its reads and its appends.</para>
/// </remarks>
public sealed class LedgerStore : IAsyncDisposable, IConsistencySource
{
    private readonly LedgerOptions _options;
    private readonly FileStream? _lock;
    private readonly LedgerWriter? _writer;
    private readonly ConcurrentBag<LedgerConnection> _idle = [];
    private volatile bool _closed;

    private LedgerStore(LedgerOptions options, ContentKeys keys, SigningKeys signing, FileStream? held, LedgerWriter? writer) =>
        (_options, ContentKeys, SigningKeys, _lock, _writer) = (options, keys, signing, held, writer);

    /// <summary>The keys that seal.</summary>
    public ContentKeys ContentKeys { get; }

    /// <summary>The keys that sign.</summary>
    public SigningKeys SigningKeys { get; }

    /// <summary>How this ledger was opened.</summary>
    public LedgerOptions Options => _options;

    /// <summary>True when it was opened for reading only.</summary>
    public bool IsReadOnly => _writer is null;

    /// <summary>Opens a ledger for reading and writing; makes the file and the folders when there are none. One process at a time.</summary>
    /// <exception cref="LedgerUnavailableException">Another process has it open (<c>ledger.in-use</c>), or the storage fails.</exception>
    /// <exception cref="LedgerTamperedException">The file or the keys are damaged.</exception>
    public static LedgerStore Open(LedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        SecretFile.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.File))!);
        var held = Lock(options.File);
        ContentKeys? keys = null;
        SigningKeys? signing = null;
        try
        {
            keys = new ContentKeys(options.KeysDirectory, write: true);
            signing = new SigningKeys(options.KeysDirectory);
            return new LedgerStore(options, keys, signing, held, new LedgerWriter(options, keys, signing));
        }
        catch
        {
            signing?.Dispose();
            keys?.Dispose();
            held.Dispose();
            throw;
        }
    }

    /// <summary>Opens an existing ledger for reading only, also while another process writes to it.</summary>
    /// <exception cref="LedgerUnavailableException">There is no such file: code <c>ledger.absent</c>.</exception>
    public static LedgerStore OpenForReading(LedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!File.Exists(options.File))
        {
            throw new LedgerUnavailableException("ledger.absent", $"There is no ledger at {options.File}; create one with 'voicemed ledger seed'.");
        }

        return new LedgerStore(options, new ContentKeys(options.KeysDirectory, write: false), new SigningKeys(options.KeysDirectory), null, null);
    }

    /// <summary>Appends one entry.</summary>
    /// <inheritdoc cref="LedgerTransaction.Append" path="/exception"/>
    public ValueTask<AppendReceipt> AppendAsync(EntryDraft draft, CancellationToken cancellation = default) =>
        TransactAsync(transaction => transaction.Append(draft), cancellation);

    /// <summary>Reads and appends as one step; durable when this returns.</summary>
    /// <param name="work">The step. It runs on the writer's thread and must be quick; whatever it throws undoes it.</param>
    /// <param name="cancellation">Ends the wait; the step may or may not be done then.</param>
    /// <exception cref="LedgerUnavailableException">The storage failed; nothing was written.</exception>
    public async ValueTask<T> TransactAsync<T>(Func<LedgerTransaction, T> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        var writer = _writer ?? throw new LedgerUnavailableException("ledger.read-only", "The ledger was opened for reading only.");
        return await writer.RunAsync(work, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads at one moment.</summary>
    /// <param name="work">What to read; the reader must not leave it.</param>
    /// <exception cref="LedgerTamperedException">The file is damaged.</exception>
    public T Read<T>(Func<LedgerReader, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        ObjectDisposedException.ThrowIf(_closed, this);
        if (!_idle.TryTake(out var connection))
        {
            connection = LedgerConnection.Open(_options, write: false);
        }

        try
        {
            connection.Execute("BEGIN");
            var result = work(new LedgerReader(connection, ContentKeys));
            connection.Execute("COMMIT");
            Return(connection);
            return result;
        }
        catch (LedgerException)
        {
            connection.Execute("ROLLBACK");
            Return(connection);
            throw;
        }
        catch (Exception e)
        {
            connection.Dispose();
            if (e is SqliteException sqlite)
            {
                throw LedgerConnection.Translate(sqlite, _options.File);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<byte[]>? ConsistencyPath(long earlier, long size) =>
        Read(reader => size <= reader.LengthOf(0) ? reader.Tree(0).ConsistencyPath(earlier, size) : null);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }

        if (_writer is not null)
        {
            await _writer.DisposeAsync().ConfigureAwait(false);
        }

        ContentKeys.Dispose();
        SigningKeys.Dispose();
        if (_lock is not null)
        {
            await _lock.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void Return(LedgerConnection connection)
    {
        if (_closed)
        {
            connection.Dispose();
        }
        else
        {
            _idle.Add(connection);
        }
    }

    private static FileStream Lock(string file)
    {
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new LedgerUnavailableException("ledger.in-use", $"Another process has the ledger {file} open; stop it first, or ask it.", e);
        }
    }
}
