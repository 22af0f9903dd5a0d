namespace VoiceMed.Assistant.Screen.Transport;

/// <summary>A screen broke the protocol. Its connection is closed with <see cref="CloseCode"/>; nobody else is touched.</summary>
/// <param name="closeCode">One of <see cref="ScreenCloseCode"/>.</param>
/// <param name="message">What was wrong, without any content of the message: it may hold a PIN.</param>
public sealed class ScreenProtocolException(int closeCode, string message) : Exception(message)
{
    /// <summary>One of <see cref="ScreenCloseCode"/>.</summary>
    public int CloseCode { get; } = closeCode;
}
