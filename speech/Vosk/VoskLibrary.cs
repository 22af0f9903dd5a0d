using System.Runtime.InteropServices;

namespace VoiceMed.Speech.Vosk;

/// <summary>
/// Finds the native library libvosk. It comes with the npm package <c>vosk</c> (its <c>lib/&lt;platform&gt;</c> folder).
/// </summary>
/// <remarks>
/// Places, first hit wins: the file or folder named by the environment variable <see cref="PathVariable"/>; the program's
/// folder; <c>node_modules</c> of <c>VOICEMED_HOME</c>; <c>node_modules</c> of the program's folder and of each folder above it.
/// </remarks>
public static class VoskLibrary
{
    /// <summary>Environment variable that names the library file, or the folder that holds it.</summary>
    public const string PathVariable = "VOICEMED_LIBVOSK";

    internal const string Name = "libvosk";

    private const string HomeVariable = "VOICEMED_HOME";

    /// <summary>The library's file name on this operating system, for example <c>libvosk.so</c>.</summary>
    public static string FileName => OperatingSystem.IsWindows() ? "libvosk.dll" : OperatingSystem.IsMacOS() ? "libvosk.dylib" : "libvosk.so";

    /// <summary>The library this process would load, or <see langword="null"/> when none is installed. Loads nothing.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable, AppContext.BaseDirectory);

    /// <summary>Like <see cref="Find()"/>, for the given environment and program folder.</summary>
    /// <param name="environment">Looks an environment variable up; <see langword="null"/> when it is not set.</param>
    /// <param name="baseDirectory">The program's folder, absolute.</param>
    public static string? Find(Func<string, string?> environment, string baseDirectory) =>
        Candidates(environment, baseDirectory).FirstOrDefault(File.Exists);

    /// <summary>Every file that is tried, in order.</summary>
    /// <inheritdoc cref="Find(Func{string, string}, string)"/>
    public static IEnumerable<string> Candidates(Func<string, string?> environment, string baseDirectory)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentException.ThrowIfNullOrEmpty(baseDirectory);
        if (environment(PathVariable) is { Length: > 0 } named)
        {
            yield return Directory.Exists(named) ? Path.Combine(named, FileName) : named;
        }

        yield return Path.Combine(baseDirectory, FileName);
        if (environment(HomeVariable) is { Length: > 0 } home)
        {
            yield return InPackage(home);
        }

        for (var folder = new DirectoryInfo(baseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return InPackage(folder.FullName);
        }
    }

    /// <summary>Loads the library or throws the sentence that says how to install it.</summary>
    internal static nint Load()
    {
        if (Find() is not { } path)
        {
            throw new VoskException(
                $"The speech recognition library {FileName} is not installed: run './voicemed setup' (or 'npm ci --ignore-scripts' " +
                $"in VoiceMed's folder), or let {PathVariable} name the file.");
        }

        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new VoskException($"The speech recognition library '{path}' cannot be loaded on this machine: {e.Message}", e);
        }
    }

    private static string InPackage(string folder) => Path.Combine(folder, "node_modules", "vosk", "lib", PackageFolder, FileName);

    private static string PackageFolder =>
        OperatingSystem.IsWindows() ? "win-x86_64"
        : OperatingSystem.IsMacOS() ? "osx-universal"
        : RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "linux-arm64"
        : "linux-x86_64";
}
