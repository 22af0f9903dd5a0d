using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using VoiceMed.Ledger.Fhir;

namespace VoiceMed.Ledger.Import;

/// <summary>Reads a stream line by line without holding more than one line.</summary>
internal static class NdjsonLines
{
    /// <summary>The longest line, in bytes: a document of the largest size in base64, and its metadata.</summary>
    public const int LongestLine = 96 * 1024 * 1024;

    /// <summary>The lines without their ends and surrounding blanks; empty lines are given too, so that lines can be counted.</summary>
    /// <exception cref="FhirFormatException">A line is longer than <see cref="LongestLine"/>.</exception>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync(cancellation).ConfigureAwait(false);
                var buffer = result.Buffer;
                while (buffer.PositionOf((byte)'\n') is { } end)
                {
                    yield return Trim(buffer.Slice(0, end).ToArray());
                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                }

                if (buffer.Length > LongestLine)
                {
                    throw new FhirFormatException("$", FhirIssueCode.Structure, $"holds a line of more than {LongestLine} bytes.");
                }

                if (result.IsCompleted)
                {
                    if (!buffer.IsEmpty)
                    {
                        yield return Trim(buffer.ToArray());
                    }

                    yield break;
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        finally
        {
            await reader.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static ReadOnlyMemory<byte> Trim(byte[] line) => line.AsMemory().Trim("\r \t"u8.ToArray());
}
