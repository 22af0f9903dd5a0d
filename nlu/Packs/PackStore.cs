using VoiceMed.Nlu.Packs.Linking;

namespace VoiceMed.Nlu.Packs;

/// <summary>
/// The installed packs. <see cref="Current"/> is replaced as a whole by a reload, so that an utterance is parsed by one set
/// from beginning to end. A file with errors is set aside and its last good version stays in force. Thread-safe.
/// </summary>
public sealed class PackStore : IDisposable
{
    private readonly IReadOnlyList<string> _directories;
    private readonly PackOptions _options;
    private readonly SemaphoreSlim _reloading = new(1, 1);
    private volatile Loaded _loaded;

    private PackStore(IReadOnlyList<string> directories, PackOptions options, Loaded loaded)
    {
        _directories = directories;
        _options = options;
        _loaded = loaded;
    }

    /// <summary>Raised after <see cref="Current"/> was replaced, on the reloading thread.</summary>
    public event EventHandler<PackDiff>? Reloaded;

    /// <summary>The intents in force.</summary>
    public IntentSet Current => _loaded.Set;

    /// <summary>What the last load said: errors and warnings, in order of file and line.</summary>
    public IReadOnlyList<PackMessage> Messages => _loaded.Messages;

    /// <summary>The errors among <see cref="Messages"/>.</summary>
    public IEnumerable<PackMessage> Errors => Messages.Where(m => m.Severity == PackMessageSeverity.Error);

    /// <summary>The folders of the packs, in load order.</summary>
    public IReadOnlyList<string> Directories => _directories;

    /// <summary>Loads the packs in <paramref name="directories"/>; a pack's later declaration of a known intent is an error.</summary>
    /// <exception cref="DirectoryNotFoundException">A folder does not exist.</exception>
    public static PackStore Load(IReadOnlyList<string> directories, PackOptions options)
    {
        ArgumentNullException.ThrowIfNull(directories);
        ArgumentNullException.ThrowIfNull(options);
        foreach (var directory in directories.Where(d => !Directory.Exists(d)))
            throw new DirectoryNotFoundException($"there is no pack folder '{directory}'");
        return new PackStore(directories, options, Read(directories, options, null));
    }

    /// <summary>Loads the pack in <paramref name="directory"/>.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static PackStore Load(string directory, PackOptions options) => Load([directory], options);

    /// <summary>Reads all files again and replaces <see cref="Current"/>. Compiling happens on a pool thread; parsing goes on meanwhile.</summary>
    public async Task<PackDiff> ReloadAsync(CancellationToken cancellation = default)
    {
        await _reloading.WaitAsync(cancellation).ConfigureAwait(false);
        PackDiff diff;
        try
        {
            var before = _loaded;
            var after = await Task.Run(() => ReadWarm(before), cancellation).ConfigureAwait(false);
            diff = PackDiffer.Diff(before.Set.Packs, after.Set.Packs, after.SetAside);
            _loaded = after;
        }
        finally
        {
            _reloading.Release();
        }

        Reloaded?.Invoke(this, diff);
        return diff;
    }

    /// <summary>Takes the host's dynamic lists anew; templates and classifier stay.</summary>
    public async Task RefreshListsAsync(CancellationToken cancellation = default)
    {
        await _reloading.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            _loaded = _loaded with { Set = await Task.Run(_loaded.Set.Refresh, cancellation).ConfigureAwait(false) };
        }
        finally
        {
            _reloading.Release();
        }
    }

    /// <summary>Frees the lock of reloads; <see cref="Current"/> stays usable.</summary>
    public void Dispose() => _reloading.Dispose();

    // Whoever speaks next should not wait until a classifier is trained that was trained already before the reload.
    private Loaded ReadWarm(Loaded before)
    {
        var after = Read(_directories, _options, before);
        foreach (var language in after.Set.Languages.Where(before.Set.IsWarm))
            after.Set.WarmUp(language);
        return after;
    }

    private static Loaded Read(IReadOnlyList<string> directories, PackOptions options, Loaded? before)
    {
        var sink = new MessageSink();
        var read = directories.Select(d => PackReader.Read(d, options, sink)).ToArray();
        PackChecker.Check(read, options, sink);
        var broken = sink.Messages.Where(m => m.Severity == PackMessageSeverity.Error).Select(m => m.Position.File).ToHashSet(StringComparer.Ordinal);
        var good = LastGood(read, broken, before);
        var messages = sink.Messages.ToList();
        var again = new MessageSink();
        PackChecker.Check(good, options, again);
        while (again.Messages.Where(m => m.Severity == PackMessageSeverity.Error).Select(m => m.Position.File).Distinct().ToArray() is { Length: > 0 } dependents)
        {
            // These files were sound themselves, but lean on one that was set aside.
            foreach (var file in dependents)
            {
                broken.Add(file);
                messages.Add(new PackMessage(new SourcePosition(file, 1, 1), PackMessageCode.Unreadable, "set aside too: it leans on a file that has errors", PackMessageSeverity.Warning));
            }

            good = [.. good.Select(g => g.Without(dependents.ToHashSet(StringComparer.Ordinal)))];
            again = new MessageSink();
            PackChecker.Check(good, options, again);
        }

        var set = IntentSet.Compile(PackLinker.Link(good, options.Languages), options);
        var ordered = messages.OrderBy(m => m.Position.File, StringComparer.Ordinal).ThenBy(m => m.Position.Line).ThenBy(m => m.Position.Column).ToArray();
        return new Loaded(set, good, ordered, [.. broken.Order(StringComparer.Ordinal)]);
    }

    private static PackFiles[] LastGood(PackFiles[] read, HashSet<string> broken, Loaded? before)
    {
        var good = read.Select(p => p.Without(broken)).ToArray();
        if (before is null)
            return good;
        for (var i = 0; i < good.Length; i++)
        {
            var last = before.Files.FirstOrDefault(f => f.Name == good[i].Name);
            if (last is null)
                continue;
            good[i] = good[i] with
            {
                Contracts = [.. good[i].Contracts.Concat(last.Contracts.Where(c => broken.Contains(c.Path))).OrderBy(c => c.Path, StringComparer.Ordinal)],
                Languages = [.. good[i].Languages.Concat(last.Languages.Where(l => broken.Contains(l.Path))).OrderBy(l => l.Path, StringComparer.Ordinal)],
            };
        }

        return good;
    }

    private sealed record Loaded(IntentSet Set, IReadOnlyList<PackFiles> Files, IReadOnlyList<PackMessage> Messages, IReadOnlyList<string> SetAside);
}
