namespace VoiceMed.Speech.Vosk;

/// <summary>
/// Gives freed native memory back to the system. A recogniser's lattices are many small blocks, and glibc keeps what many
/// threads have freed in many arenas: without this a server's memory grows for hours after its sessions have ended.
/// </summary>
internal static class NativeHeap
{
    // M_ARENA_MAX of malloc.h.
    private const int ArenaMax = -8;

    /// <summary>
    /// Lets all threads share a few arenas, each of which keeps the peak of every thread that ever used it. To be called before there are
    /// many threads. Does nothing where the C library has no such function.
    /// </summary>
    internal static void ShareArenas() =>
        OfGlibc(static () => NativeMethods.MallocOption(ArenaMax, Math.Max(2, Environment.ProcessorCount)));

    /// <summary>Trims every arena; several milliseconds. Does nothing where the C library has no such function. Thread-safe.</summary>
    internal static void Trim() => OfGlibc(static () => NativeMethods.MallocTrim(0));

    private static void OfGlibc(Func<int> call)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = call();
        }
        catch (EntryPointNotFoundException)
        {
            // Not glibc.
        }
    }
}
