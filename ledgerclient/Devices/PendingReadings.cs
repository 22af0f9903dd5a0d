using System.Text;
using System.Text.Json;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.LedgerClient.Devices;

/// <summary>
/// Readings that wait to be sent, in one file of JSON lines that survives power cuts: a reading is on the disk when
/// <see cref="Add"/> returns, and leaves only when <see cref="Remove"/> is called. One process a file; thread-safe within it.
/// </summary>
public sealed class PendingReadings : IDisposable
{
    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly List<DeviceReading> _waiting = [];
    private FileStream _file;

    /// <summary>Opens the queue, or makes it. A last line that was cut short by a power cut was never acknowledged and is dropped.</summary>
    /// <param name="path">The file.</param>
    /// <param name="capacity">The most readings that may wait. Default: 100 000, about two months at one a minute.</param>
    /// <exception cref="IOException">The file cannot be used, or another process has it open.</exception>
    /// <exception cref="InvalidDataException">A line is no reading; nothing is dropped silently.</exception>
    public PendingReadings(string path, int capacity = 100_000)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _path = path;
        Capacity = capacity;
        _file = Open(path, FileMode.OpenOrCreate);
        try
        {
            Load();
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>The most readings that may wait.</summary>
    public int Capacity { get; }

    /// <summary>How many readings wait.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Puts a reading at the end.</summary>
    /// <returns>False when the queue is full: the caller decides what to do, nothing is overwritten.</returns>
    /// <exception cref="IOException">The disk refuses; the reading is not in the queue.</exception>
    public bool Add(DeviceReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        lock (_gate)
        {
            if (_waiting.Count >= Capacity)
            {
                return false;
            }

            var end = _file.Length;
            try
            {
                _file.Seek(0, SeekOrigin.End);
                _file.Write(Line(reading));
                _file.Flush(flushToDisk: true);
            }
            catch (IOException)
            {
                _file.SetLength(end);
                throw;
            }

            _waiting.Add(reading);
            return true;
        }
    }

    /// <summary>The oldest readings, at most <paramref name="count"/>; they stay in the queue.</summary>
    public IReadOnlyList<DeviceReading> Peek(int count)
    {
        lock (_gate)
        {
            return _waiting.Take(count).ToArray();
        }
    }

    /// <summary>Drops the oldest readings after they were acknowledged.</summary>
    /// <param name="count">How many.</param>
    public void Remove(int count)
    {
        lock (_gate)
        {
            // A new file put in the old one's place: whatever happens, one of the two is whole.
            var rest = _waiting.Skip(count).ToList();
            var next = _path + ".new";
            using (var file = Open(next, FileMode.Create))
            {
                rest.ForEach(reading => file.Write(Line(reading)));
                file.Flush(flushToDisk: true);
            }

            _file.Dispose();
            File.Move(next, _path, overwrite: true);
            _file = Open(_path, FileMode.Open);
            _waiting.Clear();
            _waiting.AddRange(rest);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _file.Dispose();
        }
    }

    private void Load()
    {
        using var reader = new StreamReader(_file, Encoding.UTF8, leaveOpen: true);
        var text = reader.ReadToEnd();
        var whole = text.LastIndexOf('\n') + 1;
        _file.SetLength(Encoding.UTF8.GetByteCount(text.AsSpan(0, whole)));
        var number = 0;
        foreach (var line in text[..whole].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            number++;
            try
            {
                _waiting.Add(JsonSerializer.Deserialize<DeviceReading>(line, RecordJson.Options) ?? throw new JsonException("It is null."));
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{_path}:{number}: the line is no reading; mend or remove it.", e);
            }
        }
    }

    private static byte[] Line(DeviceReading reading) => [.. JsonSerializer.SerializeToUtf8Bytes(reading, RecordJson.Options), (byte)'\n'];

    private static FileStream Open(string path, FileMode mode) => new(path, mode, FileAccess.ReadWrite, FileShare.None);
}
