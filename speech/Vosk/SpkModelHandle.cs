using Microsoft.Win32.SafeHandles;

namespace VoiceMed.Speech.Vosk;

/// <summary>Owns a <c>VoskSpkModel*</c>.</summary>
internal sealed class SpkModelHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.SpkModelFree(handle);
        return true;
    }
}
