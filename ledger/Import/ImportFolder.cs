using System.Text.Json;
using System.Text.Json.Serialization;
using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Ledger.Import;

/// <summary>
/// A folder into which a hospital's system drops files, looked at on a schedule. A file that was taken whole goes to
/// <c>done</c>; one of which something could not be taken goes to <c>dead-letter</c> with the reasons beside it
/// (<c>NAME.reason.json</c>). Mend it and drop it again: what was taken is recognised.
/// </summary>
/// <remarks>
/// A file is taken once its size and time have stayed the same between two looks, so that one still being written is left
/// alone; names that begin with a dot or end in <c>.tmp</c> or <c>.part</c> never are. A file is moved only after everything
/// in it is durable: whatever interrupts the run, the file is still there and is taken again. Not thread-safe; one instance a
/// folder.
/// </remarks>
public sealed class ImportFolder
{
    /// <summary>Where files go that were taken whole.</summary>
    public const string Done = "done";

    /// <summary>Where files go of which something could not be taken.</summary>
    public const string DeadLetter = "dead-letter";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _folder;
    private readonly FileImporter _importer;
    private readonly ImportSource _source;
    private readonly TimeProvider _time;
    private Dictionary<string, (long Size, DateTime Written)> _seen = [];

    /// <summary>Watches a folder.</summary>
    /// <param name="folder">The folder; <c>done</c> and <c>dead-letter</c> are made in it.</param>
    /// <param name="importer">What reads the files.</param>
    /// <param name="source">Where they come from.</param>
    /// <param name="time">The clock of the schedule. Default: the system's.</param>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public ImportFolder(string folder, FileImporter importer, ImportSource source, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = folder;
        _importer = importer;
        _source = source;
        _time = time ?? TimeProvider.System;
        Directory.CreateDirectory(Path.Combine(folder, Done));
        Directory.CreateDirectory(Path.Combine(folder, DeadLetter));
    }

    /// <summary>Looks every <paramref name="interval"/> until cancelled.</summary>
    /// <param name="interval">The time between two looks, more than zero.</param>
    /// <param name="onFile">Told of every file that was dealt with.</param>
    /// <param name="onTrouble">Told why a look failed, in one sentence; the next one may succeed.</param>
    /// <param name="cancellation">Ends the watch after the file at hand.</param>
    public async Task WatchAsync(TimeSpan interval, Action<ImportedFile> onFile, Action<string> onTrouble, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(onTrouble);
        using var timer = new PeriodicTimer(interval, _time);
        do
        {
            try
            {
                await LookAsync(onFile, cancellation).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or LedgerUnavailableException)
            {
                onTrouble(e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>Looks once: takes the files that have been complete since the last look, oldest first.</summary>
    /// <param name="onFile">Told of every file that was dealt with.</param>
    /// <param name="cancellation">Ends the look after the file at hand.</param>
    public async Task LookAsync(Action<ImportedFile> onFile, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(onFile);
        var found = Candidates();
        var ready = found.Where(f => _seen.TryGetValue(f.Name, out var before) && before == (f.Length, f.LastWriteTimeUtc)).ToArray();
        _seen = found.Except(ready).ToDictionary(f => f.Name, f => (f.Length, f.LastWriteTimeUtc));
        foreach (var file in ready)
        {
            cancellation.ThrowIfCancellationRequested();
            onFile(await TakeAsync(file, cancellation).ConfigureAwait(false));
        }
    }

    private FileInfo[] Candidates() =>
    [
        .. new DirectoryInfo(_folder).EnumerateFiles()
            .Where(f => !f.Name.StartsWith('.') && f.Extension is not (".tmp" or ".part"))
            .OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal),
    ];

    private async Task<ImportedFile> TakeAsync(FileInfo file, CancellationToken cancellation)
    {
        var report = await _importer.ImportAsync(file.FullName, _source, cancellation).ConfigureAwait(false);
        var folder = report.Failed == 0 ? Done : DeadLetter;
        var target = FreeName(Path.Combine(_folder, folder), file.Name);
        if (report.Failed > 0)
        {
            // The reason first: a file in the dead-letter folder never lies there unexplained.
            await File.WriteAllTextAsync(
                target + ".reason.json",
                JsonSerializer.Serialize(new { file = file.Name, report.Added, report.Corrected, report.Unchanged, report.Failed, failures = report.Failures }, Json),
                cancellation).ConfigureAwait(false);
        }

        File.Move(file.FullName, target);
        return new ImportedFile(file.Name, Path.GetRelativePath(_folder, target), report);
    }

    private static string FreeName(string folder, string name)
    {
        var target = Path.Combine(folder, name);
        for (var number = 2; File.Exists(target) || File.Exists(target + ".reason.json"); number++)
        {
            target = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(name)}.{number}{Path.GetExtension(name)}");
        }

        return target;
    }
}
