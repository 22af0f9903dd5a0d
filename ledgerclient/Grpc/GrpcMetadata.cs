using System.Buffers;
using System.Collections;

namespace VoiceMed.LedgerClient.Grpc;

/// <summary>
/// Headers a caller adds to a call. Text values are printable ASCII; binary values belong to names ending in <c>-bin</c> and travel as
/// unpadded base64. Not thread-safe while being filled. Source: gRPC, doc/PROTOCOL-HTTP2.md, "Custom-Metadata".
/// </summary>
public sealed class GrpcMetadata : IEnumerable<KeyValuePair<string, string>>
{
    private const string BinarySuffix = "-bin";
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-.");

    private readonly List<KeyValuePair<string, string>> entries = [];

    /// <summary>Adds a text header.</summary>
    /// <param name="name">Header name; it is sent in lower case.</param>
    /// <param name="value">Printable ASCII, 0x20 to 0x7E inclusive.</param>
    /// <exception cref="ArgumentException">The name is malformed, reserved or binary, or the value is not printable ASCII.</exception>
    public void Add(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var lower = Checked(name);
        if (lower.EndsWith(BinarySuffix, StringComparison.Ordinal))
            throw new ArgumentException($"\"{lower}\" is a binary header, give it bytes", nameof(name));
        if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            throw new ArgumentException($"the value of \"{lower}\" is not printable ASCII; use a name ending in -bin", nameof(value));
        entries.Add(new(lower, value));
    }

    /// <summary>Adds a binary header.</summary>
    /// <param name="name">Header name ending in <c>-bin</c>; it is sent in lower case.</param>
    /// <param name="value">Any bytes.</param>
    /// <exception cref="ArgumentException">The name is malformed, reserved or does not end in <c>-bin</c>.</exception>
    public void Add(string name, ReadOnlySpan<byte> value)
    {
        var lower = Checked(name);
        if (!lower.EndsWith(BinarySuffix, StringComparison.Ordinal))
            throw new ArgumentException($"\"{lower}\" is a text header; the names of binary ones end in -bin", nameof(name));
        entries.Add(new(lower, Convert.ToBase64String(value).TrimEnd('=')));
    }

    /// <summary>The headers as they travel, in the order they were added.</summary>
    /// <returns>Names in lower case with their encoded values.</returns>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var lower = name.ToLowerInvariant();
        if (lower.AsSpan().ContainsAnyExcept(NameCharacters))
            throw new ArgumentException($"\"{name}\" is no header name: letters, digits, '_', '-' and '.' only", nameof(name));
        if (lower.StartsWith("grpc-", StringComparison.Ordinal) || lower is "te" or "content-type" or "user-agent" or "host")
            throw new ArgumentException($"\"{name}\" is reserved for the protocol", nameof(name));
        return lower;
    }
}
