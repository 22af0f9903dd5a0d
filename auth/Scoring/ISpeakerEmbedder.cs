namespace VoiceMed.Auth.Scoring;

/// <summary>Another system's way to put a voice into a vector, such as libvosk's x-vector network. Implementations are thread-safe.</summary>
public interface ISpeakerEmbedder
{
    /// <summary>Name and version; vectors of another version are never compared.</summary>
    string System { get; }

    /// <summary>The vector of whoever speaks; vectors of one voice point the same way, their length does not matter.</summary>
    /// <param name="samples">16 kHz mono.</param>
    /// <returns>Null when there is too little speech.</returns>
    float[]? Embed(ReadOnlySpan<short> samples);
}
