using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace VoiceMed.LedgerClient.Grpc;

/// <summary>Finds out how a call ended from HTTP headers and trailers. Source: gRPC, doc/PROTOCOL-HTTP2.md, doc/http-grpc-status-mapping.md.</summary>
internal static class GrpcStatusReader
{
    private const string MediaType = "application/grpc";

    /// <summary>The status in a block of headers or trailers; null when there is none.</summary>
    public static GrpcStatus? Read(HttpHeaders headers)
    {
        if (First(headers, "grpc-status") is not { } text) return null;
        var message = GrpcPercentEncoding.Decode(First(headers, "grpc-message") ?? "");
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new GrpcStatus(GrpcStatusCode.Unknown, $"the peer sent the status \"{text}\", which is no number. {message}".TrimEnd());
        // A code of tomorrow is no code we know: the specification has it treated as UNKNOWN.
        var code = Enum.IsDefined((GrpcStatusCode)number) ? (GrpcStatusCode)number : GrpcStatusCode.Unknown;
        return new GrpcStatus(code, message, DecodeBinary(First(headers, "grpc-status-details-bin")));
    }

    /// <summary>
    /// The status of an answer without messages, told by its headers alone; null when messages or trailers are to follow.
    /// </summary>
    public static GrpcStatus? ReadHeadersOnly(HttpResponseMessage response)
    {
        if (Read(response.Headers) is { } status) return status;
        if (response.StatusCode != HttpStatusCode.OK) return FromHttp(response.StatusCode);
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        var isGrpc = mediaType is not null && (mediaType == MediaType || mediaType.StartsWith(MediaType + "+", StringComparison.Ordinal));
        return isGrpc ? null : new GrpcStatus(GrpcStatusCode.Unknown, $"the answer is \"{mediaType}\", not {MediaType}");
    }

    /// <summary>The status after the body: the trailers', or UNKNOWN when the peer left it out.</summary>
    public static GrpcStatus ReadTrailers(HttpResponseMessage response) =>
        Read(response.TrailingHeaders) ?? new GrpcStatus(GrpcStatusCode.Unknown, "the peer ended the answer without a grpc-status");

    private static GrpcStatus FromHttp(HttpStatusCode http)
    {
        var code = (int)http switch
        {
            400 or 431 => GrpcStatusCode.Internal,
            401 => GrpcStatusCode.Unauthenticated,
            403 => GrpcStatusCode.PermissionDenied,
            404 => GrpcStatusCode.Unimplemented,
            429 or 502 or 503 or 504 => GrpcStatusCode.Unavailable,
            _ => GrpcStatusCode.Unknown,
        };
        return new GrpcStatus(code, $"the peer answered with HTTP status {(int)http} instead of a gRPC status");
    }

    // A proxy may join repeated headers with commas, and senders differ about padding.
    private static byte[] DecodeBinary(string? value)
    {
        if (string.IsNullOrEmpty(value)) return [];
        var first = value.Split(',', 2)[0].Trim().TrimEnd('=');
        var padded = first.PadRight((first.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, bytes, out var written) ? bytes[..written] : [];
    }

    private static string? First(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
