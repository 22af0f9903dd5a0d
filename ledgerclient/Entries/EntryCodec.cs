using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using NodaTime;
using VoiceMed.LedgerClient.Merkle;

namespace VoiceMed.LedgerClient.Entries;

/// <summary>
/// The one binary form of an <see cref="EntryHeader"/>: version byte, then every field with its length before it, integers
/// big-endian. Reading is strict: bytes that the writer would not have written are refused. Thread-safe.
/// </summary>
public static class EntryCodec
{
    /// <summary>The layout's version, the first byte.</summary>
    public const byte Version = 1;

    /// <summary>The longest chain name, writer or kind, in bytes of UTF-8.</summary>
    public const int MaxTextLength = 512;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a header.</summary>
    /// <exception cref="ArgumentException">A field is too long or of the wrong length.</exception>
    public static byte[] Encode(EntryHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var writer = new ArrayBufferWriter<byte>(320);
        writer.Write([Version]);
        WriteText(writer, header.Chain);
        WriteLong(writer, header.Index);
        WriteHash(writer, header.Previous, optional: true);
        WriteLong(writer, Microseconds(header.Time));
        WriteText(writer, header.Writer);
        WriteText(writer, header.Kind);
        WriteHash(writer, header.Delivery, optional: true);
        WriteHash(writer, header.Supersedes, optional: true);
        writer.Write([(byte)header.Sealing]);
        WriteHash(writer, header.Stored, optional: false);
        WriteHash(writer, header.Commitment, optional: true);
        WriteHash(writer, header.Attachment, optional: true);
        return writer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a header.</summary>
    /// <exception cref="FormatException">The bytes are not a header; the message says which field and where.</exception>
    public static EntryHeader Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new Reader(bytes);
        var version = reader.Byte("version");
        if (version != Version)
        {
            throw new FormatException($"The entry's layout version is {version}; this program reads version {Version}.");
        }

        var header = new EntryHeader
        {
            Chain = reader.Text("chain"),
            Index = reader.Long("index"),
            Previous = reader.Hash("previous", optional: true),
            Time = FromMicroseconds(reader.Long("time")),
            Writer = reader.Text("writer"),
            Kind = reader.Text("kind"),
            Delivery = reader.Hash("delivery", optional: true),
            Supersedes = reader.Hash("supersedes", optional: true),
            Sealing = (Sealing)reader.Byte("sealing"),
            Stored = reader.Hash("stored", optional: false),
            Commitment = reader.Hash("commitment", optional: true),
            Attachment = reader.Hash("attachment", optional: true),
        };
        reader.End();
        return header.Index >= 0 && Enum.IsDefined(header.Sealing)
            ? header
            : throw new FormatException("The entry's index or sealing is out of range.");
    }

    /// <summary>An instant cut to the layout's microseconds.</summary>
    public static Instant Cut(Instant time) => FromMicroseconds(Microseconds(time));

    private static long Microseconds(Instant time) => (long)Math.Floor((decimal)time.ToUnixTimeTicks() / 10);

    private static Instant FromMicroseconds(long microseconds)
    {
        if (microseconds is < -62_135_596_800_000_000 or > 253_402_300_799_999_999)
        {
            throw new FormatException("The entry's time is out of range.");
        }

        return Instant.FromUnixTimeTicks(microseconds * 10);
    }

    private static void WriteLong(ArrayBufferWriter<byte> writer, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(writer.GetSpan(8), value);
        writer.Advance(8);
    }

    private static void WriteText(ArrayBufferWriter<byte> writer, string text)
    {
        var bytes = Utf8.GetBytes(text);
        if (bytes.Length is 0 or > MaxTextLength)
        {
            throw new ArgumentException($"A name of an entry has 1 to {MaxTextLength} bytes; this one has {bytes.Length}.");
        }

        BinaryPrimitives.WriteUInt16BigEndian(writer.GetSpan(2), (ushort)bytes.Length);
        writer.Advance(2);
        writer.Write(bytes);
    }

    private static void WriteHash(ArrayBufferWriter<byte> writer, byte[] hash, bool optional)
    {
        if (hash.Length != MerkleHash.Size && !(optional && hash.Length == 0))
        {
            throw new ArgumentException($"A hash has {MerkleHash.Size} bytes; this one has {hash.Length}.");
        }

        writer.Write([(byte)hash.Length]);
        writer.Write(hash);
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _at;

        public byte Byte(string field) => Take(1, field)[0];

        public long Long(string field) => BinaryPrimitives.ReadInt64BigEndian(Take(8, field));

        public string Text(string field)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(Take(2, field));
            if (length is 0 or > MaxTextLength)
            {
                throw new FormatException($"The entry's {field} has a length of {length} at byte {_at - 2}.");
            }

            try
            {
                return Utf8.GetString(Take(length, field));
            }
            catch (DecoderFallbackException e)
            {
                throw new FormatException($"The entry's {field} is not UTF-8 at byte {_at - length}.", e);
            }
        }

        public byte[] Hash(string field, bool optional)
        {
            var length = Byte(field);
            return length == MerkleHash.Size || (optional && length == 0)
                ? Take(length, field).ToArray()
                : throw new FormatException($"The entry's {field} has a length of {length} at byte {_at - 1}.");
        }

        public readonly void End()
        {
            if (_at != _bytes.Length)
            {
                throw new FormatException($"The entry goes on after its end, at byte {_at}.");
            }
        }

        private ReadOnlySpan<byte> Take(int count, string field)
        {
            if (count > _bytes.Length - _at)
            {
                throw new FormatException($"The entry ends inside its {field}, at byte {_bytes.Length}.");
            }

            var taken = _bytes.Slice(_at, count);
            _at += count;
            return taken;
        }
    }
}
