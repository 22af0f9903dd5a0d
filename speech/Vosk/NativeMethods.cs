using System.Runtime.InteropServices;

namespace VoiceMed.Speech.Vosk;

/// <summary>The part of <c>vosk_api.h</c> 0.3.39 this project uses; every string crosses as UTF-8.</summary>
/// <remarks>Pointers returned by the result functions belong to the recogniser and live until its next call.</remarks>
internal static partial class NativeMethods
{
    /// <summary>For <see cref="SetLogLevel"/>: libvosk writes to standard error otherwise, words of the phrase list included.</summary>
    internal const int NoLog = -1;

    private const string Library = VoskLibrary.Name;

    static NativeMethods() => NativeLibrary.SetDllImportResolver(
        typeof(NativeMethods).Assembly,
        static (name, _, _) => name == Library ? VoskLibrary.Load() : nint.Zero);

    /// <summary>glibc's; other C libraries have no such function and give memory back by themselves.</summary>
    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    internal static partial int MallocTrim(nuint pad);

    /// <summary>glibc's.</summary>
    [LibraryImport("libc", EntryPoint = "mallopt")]
    internal static partial int MallocOption(int option, int value);

    [LibraryImport(Library, EntryPoint = "vosk_set_log_level")]
    internal static partial void SetLogLevel(int level);

    [LibraryImport(Library, EntryPoint = "vosk_model_new", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ModelHandle ModelNew(string path);

    [LibraryImport(Library, EntryPoint = "vosk_model_free")]
    internal static partial void ModelFree(nint model);

    [LibraryImport(Library, EntryPoint = "vosk_model_find_word", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ModelFindWord(ModelHandle model, string word);

    [LibraryImport(Library, EntryPoint = "vosk_spk_model_new", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial SpkModelHandle SpkModelNew(string path);

    [LibraryImport(Library, EntryPoint = "vosk_spk_model_free")]
    internal static partial void SpkModelFree(nint model);

    [LibraryImport(Library, EntryPoint = "vosk_recognizer_new")]
    internal static partial RecognizerHandle RecognizerNew(ModelHandle model, float sampleRate);

    /// <summary>The grammar is JSON in UTF-8 that ends with a zero.</summary>
    [LibraryImport(Library, EntryPoint = "vosk_recognizer_new_grm")]
    internal static partial RecognizerHandle RecognizerNewGrammar(ModelHandle model, float sampleRate, ReadOnlySpan<byte> grammar);

    [LibraryImport(Library, EntryPoint = "vosk_recognizer_free")]
    internal static partial void RecognizerFree(nint recognizer);

    [LibraryImport(Library, EntryPoint = "vosk_recognizer_set_spk_model")]
    internal static partial void RecognizerSetSpkModel(RecognizerHandle recognizer, SpkModelHandle model);

    [LibraryImport(Library, EntryPoint = "vosk_recognizer_set_max_alternatives")]
    internal static partial void RecognizerSetMaxAlternatives(RecognizerHandle recognizer, int count);

    [LibraryImport(Library, EntryPoint = "vosk_recognizer_set_words")]
    internal static partial void RecognizerSetWords(RecognizerHandle recognizer, int enabled);

    [LibraryImport(Library, EntryPoint = "vosk_recognizer_accept_waveform_s")]
    internal static partial int RecognizerAcceptWaveform(RecognizerHandle recognizer, ReadOnlySpan<short> samples, int length);

    [LibraryImport(Library, EntryPoint = "vosk_recognizer_result")]
    internal static partial nint RecognizerResult(RecognizerHandle recognizer);

    [LibraryImport(Library, EntryPoint = "vosk_recognizer_partial_result")]
    internal static partial nint RecognizerPartialResult(RecognizerHandle recognizer);

    [LibraryImport(Library, EntryPoint = "vosk_recognizer_final_result")]
    internal static partial nint RecognizerFinalResult(RecognizerHandle recognizer);

    [LibraryImport(Library, EntryPoint = "vosk_recognizer_reset")]
    internal static partial void RecognizerReset(RecognizerHandle recognizer);
}
