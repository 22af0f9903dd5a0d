using System.Buffers.Binary;
using System.Text.Json;
using VoiceMed.Assistant.Screen.Commands;

namespace VoiceMed.Assistant.Screen.Transport;

/// <summary>Reads what screens send. Everything here comes from outside: whatever is wrong is one exception. Thread-safe.</summary>
public static class ScreenMessageReader
{
    /// <summary>Bytes before the samples in a binary message: kind (1) and sequence number (4, little-endian).</summary>
    public const int AudioHeaderBytes = 5;

    /// <summary>The kind byte of a binary message with microphone sound.</summary>
    public const byte AudioKind = 1;

    private const int ProtocolVersion = 1;
    private const int MaxCodeLength = 2000;
    private const int MaxQueryLength = 500;
    private const int MaxPinLength = 12;
    private const int MaxIndex = 9999;

    /// <summary>Reads the first message.</summary>
    /// <exception cref="ScreenProtocolException">It is not a greeting of this protocol.</exception>
    public static HelloMessage ReadHello(ReadOnlySpan<byte> utf8)
    {
        var hello = Deserialize<HelloMessage>(utf8);
        Require(hello.Protocol == ProtocolVersion, "the protocol version is not 1");
        Require(hello.Language is null or "ru" or "en", "the language is neither ru nor en");
        Require(hello.Token.Length <= MaxCodeLength && hello.Session is not { Length: > 100 }, "the token or the session is too long");
        return hello;
    }

    /// <summary>Reads one command.</summary>
    /// <exception cref="ScreenProtocolException">It is none, or a field is out of its range.</exception>
    public static ScreenCommand ReadCommand(ReadOnlySpan<byte> utf8)
    {
        var command = Deserialize<ScreenCommand>(utf8);
        Require(IsInRange(command), $"a field of {command.GetType().Name} is out of its range");
        return command;
    }

    /// <summary>Reads one binary message of microphone sound.</summary>
    /// <param name="frame">The whole message.</param>
    /// <param name="sequence">The message's number: one more than the one before, unless sound was dropped.</param>
    /// <returns>Where the samples begin in <paramref name="frame"/>.</returns>
    /// <exception cref="ScreenProtocolException">The header is wrong, or the samples are not whole.</exception>
    public static int ReadAudioHeader(ReadOnlySpan<byte> frame, out uint sequence)
    {
        Require(frame.Length > AudioHeaderBytes && frame[0] == AudioKind, "a binary message is not microphone sound");
        Require((frame.Length - AudioHeaderBytes) % sizeof(short) == 0, "a binary message ends within a sample");
        sequence = BinaryPrimitives.ReadUInt32LittleEndian(frame[1..]);
        return AudioHeaderBytes;
    }

    private static bool IsInRange(ScreenCommand command) => command switch
    {
        QueryCommand query => query.Text.Length is > 0 and <= MaxQueryLength && !query.Text.Any(char.IsControl),
        SelectCommand select => select.Index is > 0 and <= MaxIndex && select.Card.Length <= 100,
        PinCommand pin => pin.Pin.Length is >= 4 and <= MaxPinLength && pin.Pin.All(char.IsAsciiDigit) && pin.Doctor is not { Length: > 100 },
        BadgeCommand badge => badge.Code.Length is > 0 and <= MaxCodeLength,
        WristbandCommand wristband => wristband.Code.Length is > 0 and <= MaxCodeLength,
        ResourceCommand resource => resource.Code.Length is > 0 and <= MaxCodeLength,
        AnswerCommand answer => answer.Question.Length <= 100,
        SettingsCommand settings => settings.Language is null or "ru" or "en" && settings.Volume is null or (>= 0 and <= 100),
        ResumeCommand => false, // the greeting says it; a screen has no other way to resume
        _ => true,
    };

    private static T Deserialize<T>(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(utf8, ScreenJson.Options)
                ?? throw new ScreenProtocolException(ScreenCloseCode.Malformed, "the message is null");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new ScreenProtocolException(ScreenCloseCode.Malformed, $"the message is not a {typeof(T).Name}");
        }
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ScreenProtocolException(ScreenCloseCode.Malformed, otherwise);
        }
    }
}
