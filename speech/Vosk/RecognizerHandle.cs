using Microsoft.Win32.SafeHandles;

namespace VoiceMed.Speech.Vosk;

/// <summary>Owns a <c>VoskRecognizer*</c>.</summary>
internal sealed class RecognizerHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.RecognizerFree(handle);
        return true;
    }
}
