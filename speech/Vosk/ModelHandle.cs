using Microsoft.Win32.SafeHandles;

namespace VoiceMed.Speech.Vosk;

/// <summary>Owns a <c>VoskModel*</c>.</summary>
internal sealed class ModelHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.ModelFree(handle);
        return true;
    }
}
