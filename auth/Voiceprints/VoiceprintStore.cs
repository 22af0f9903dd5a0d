using System.Text.Json;
using VoiceMed.LedgerClient.Storage;

namespace VoiceMed.Auth.Voiceprints;

/// <summary>
/// The sealed voiceprints of a house: a folder with one file a doctor, under random names, and a journal of what was done when. Every
/// change is written whole or not at all, and only one is made at a time, by whichever process. Thread-safe.
/// </summary>
public sealed class VoiceprintStore
{
    /// <summary>Which files of <see cref="Folder"/> hold voiceprints.</summary>
    public const string Files = "*" + Extension;

    private const string Extension = ".voiceprint";
    private const string JournalFile = "journal.jsonl";
    private readonly string _directory;
    private readonly VoiceprintKeySource _keys;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();

    /// <summary>Opens a store; nothing is read or made until it is used.</summary>
    /// <param name="directory">Folder of the sealed files.</param>
    /// <param name="keys">Where the master key comes from.</param>
    /// <param name="clock">Clock of the journal. Default the system's.</param>
    public VoiceprintStore(string directory, VoiceprintKeySource keys, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(keys);
        (_directory, _keys, _clock) = (directory, keys, clock ?? TimeProvider.System);
    }

    /// <summary>Opens the store of a data folder: <c>voiceprints/</c> there, the key in <c>keys/voiceprint.key</c>.</summary>
    public static VoiceprintStore InDataDirectory(string dataDirectory) => new(
        Path.Combine(dataDirectory, "voiceprints"), new VoiceprintKeySource(Path.Combine(dataDirectory, "keys", "voiceprint.key")));

    /// <summary>The folder of the sealed files; it may be missing while nobody is enrolled.</summary>
    public string Folder => _directory;

    /// <summary>Reads all voiceprints, by doctor in ordinal order.</summary>
    /// <exception cref="VoiceprintStoreException">The key is missing or wrong, or a file is damaged.</exception>
    public IReadOnlyList<Voiceprint> ReadAll()
    {
        lock (_gate)
        {
            return [.. Open().Select(entry => entry.Voiceprint).OrderBy(v => v.Doctor, StringComparer.Ordinal)];
        }
    }

    /// <summary>Reads the voiceprints that may open something: all but the suspended ones, by doctor in ordinal order.</summary>
    /// <exception cref="VoiceprintStoreException">The key is missing or wrong, or a file is damaged.</exception>
    public IReadOnlyList<Voiceprint> ReadActive() => [.. ReadAll().Where(voiceprint => voiceprint.SuspendedAt is null)];

    /// <summary>Reads one doctor's voiceprint; <see langword="null"/> when there is none.</summary>
    /// <exception cref="VoiceprintStoreException">The key is missing or wrong, or a file is damaged.</exception>
    public Voiceprint? Find(string doctor) => ReadAll().FirstOrDefault(v => v.Doctor == doctor);

    /// <summary>Adds a voiceprint, or replaces the doctor's former one, which is then gone for good.</summary>
    /// <param name="voiceprint">The voiceprint.</param>
    /// <param name="reason">For the journal: enrolled, enrolled-again, adapted, reverted, suspended, resumed.</param>
    /// <exception cref="VoiceprintStoreException">It could not be written, or the store cannot be opened; nothing has changed.</exception>
    public void Save(Voiceprint voiceprint, string reason = "enrolled")
    {
        ArgumentNullException.ThrowIfNull(voiceprint);
        lock (_gate)
        {
            using var held = Hold();
            Write(voiceprint, reason);
        }
    }

    /// <summary>Changes a doctor's voiceprint as it is now: nobody else's change lies between what is read and what is written.</summary>
    /// <param name="doctor">The doctor.</param>
    /// <param name="change">Gives the changed voiceprint; <see langword="null"/> leaves it alone.</param>
    /// <param name="reason">For the journal.</param>
    /// <returns>The changed voiceprint; <see langword="null"/> when there is none or it was left alone.</returns>
    /// <exception cref="VoiceprintStoreException">It could not be written, or the store cannot be opened; nothing has changed.</exception>
    public Voiceprint? Change(string doctor, Func<Voiceprint, Voiceprint?> change, string reason)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            using var held = Hold();
            if (Find(doctor) is not { } known || change(known) is not { } changed)
            {
                return null;
            }

            Write(changed, reason);
            return changed;
        }
    }

    /// <summary>Takes a doctor's voice out of use without deleting it, or gives it back; a line in the journal says which and when.</summary>
    /// <param name="doctor">The doctor.</param>
    /// <param name="suspended">Whether the voice is to open nothing from now on.</param>
    /// <returns>Whether there is such a voiceprint; one that is as wanted already is left alone.</returns>
    /// <exception cref="VoiceprintStoreException">It could not be written, or the store cannot be opened; nothing has changed.</exception>
    public bool Suspend(string doctor, bool suspended)
    {
        var known = false;
        Change(
            doctor,
            voiceprint =>
            {
                known = true;
                return (voiceprint.SuspendedAt is null) == suspended ? voiceprint with { SuspendedAt = suspended ? _clock.GetUtcNow() : null } : null;
            },
            suspended ? "suspended" : "resumed");
        return known;
    }

    /// <summary>Deletes a doctor's voiceprint; a line in the journal stays.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="VoiceprintStoreException">It could not be deleted, or the store cannot be opened.</exception>
    public bool Remove(string doctor)
    {
        lock (_gate)
        {
            using var held = Hold();
            var entry = Open().FirstOrDefault(e => e.Voiceprint.Doctor == doctor);
            if (entry is null)
            {
                return false;
            }

            Attempt(entry.Path, () =>
            {
                File.Delete(entry.Path);
                Journal("removed", doctor);
            });
            return true;
        }
    }

    /// <summary>
    /// Seals every voiceprint anew, under a new key and with a new rotation; a former copy of a file can then not be opened or compared
    /// any more. If it is interrupted, run it again: both keys are kept until the last file is done.
    /// </summary>
    /// <returns>Number of voiceprints sealed anew.</returns>
    /// <exception cref="VoiceprintStoreException">The key comes from outside the key file, or a file could not be read or written.</exception>
    public int RotateKey()
    {
        lock (_gate)
        {
            if (VoiceprintKeySource.IsOutside)
            {
                throw new VoiceprintStoreException(
                    "The voiceprint key comes from the environment or the system's store, where it cannot be replaced from here: "
                    + "move it to the key file, rotate, and move it back.");
            }

            using var held = Hold();
            _keys.Get(mayCreate: IsEmpty).Dispose();
            var entries = Open();
            if (!File.Exists(_keys.NextKeyFile))
            {
                using var fresh = VoiceprintKey.Generate();
                VoiceprintKeySource.Save(fresh, _keys.NextKeyFile);
            }

            using var next = VoiceprintKeySource.ReadFile(_keys.NextKeyFile);
            foreach (var entry in entries)
            {
                Attempt(entry.Path, () => AtomicFile.Write(entry.Path, SealedVoiceprint.Seal(entry.Voiceprint, next)));
            }

            Attempt(_keys.KeyFile, () =>
            {
                File.Move(_keys.NextKeyFile, _keys.KeyFile, overwrite: true);
                Journal("key-rotated", null);
            });
            return entries.Count;
        }
    }

    private FolderLock Hold() => Attempt(_directory, () => FolderLock.Take(_directory));

    private void Write(Voiceprint voiceprint, string reason)
    {
        var former = Open().FirstOrDefault(entry => entry.Voiceprint.Doctor == voiceprint.Doctor);
        using var key = _keys.Get(mayCreate: IsEmpty);
        var path = former?.Path ?? Path.Combine(_directory, Guid.NewGuid().ToString("N") + Extension);
        Attempt(path, () =>
        {
            AtomicFile.Write(path, SealedVoiceprint.Seal(voiceprint, key));
            Journal(reason, voiceprint.Doctor);
        });
    }

    private bool IsEmpty => !Directory.Exists(_directory) || !Directory.EnumerateFiles(_directory, "*" + Extension).Any();

    private List<Entry> Open()
    {
        if (IsEmpty)
        {
            return [];
        }

        using var key = _keys.Get(mayCreate: false);
        using var next = File.Exists(_keys.NextKeyFile) ? VoiceprintKeySource.ReadFile(_keys.NextKeyFile) : null;
        var entries = new List<Entry>();
        foreach (var path in Directory.EnumerateFiles(_directory, "*" + Extension).Order(StringComparer.Ordinal))
        {
            var bytes = Attempt(path, () => File.ReadAllBytes(path));
            var id = SealedVoiceprint.KeyIdOf(bytes, path);
            var fitting = id == key.Id ? key : id == next?.Id ? next : throw new VoiceprintStoreException(
                $"The voiceprint '{path}' is sealed under the key {id}, the key at hand is {key.Id}: use the key it was sealed with.");
            entries.Add(new Entry(path, SealedVoiceprint.Open(bytes, fitting, path)));
        }

        return entries;
    }

    private void Journal(string what, string? doctor)
    {
        var line = JsonSerializer.Serialize(new { at = _clock.GetUtcNow(), what, doctor });
        File.AppendAllText(Path.Combine(_directory, JournalFile), line + "\n");
    }

    private static void Attempt(string path, Action action) => Attempt(path, () =>
    {
        action();
        return true;
    });

    private static T Attempt<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VoiceprintStoreException(
                $"The voiceprint file '{path}' cannot be used ({e.Message}): check free space and the folder's owner; nothing was changed.", e);
        }
    }

    private sealed record Entry(string Path, Voiceprint Voiceprint);
}
