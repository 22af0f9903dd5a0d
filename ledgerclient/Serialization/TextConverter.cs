using System.Text.Json;
using System.Text.Json.Serialization;

namespace VoiceMed.LedgerClient.Serialization;

/// <summary>Writes a value as one JSON string.</summary>
/// <param name="parse">Makes the value; a <see cref="FormatException"/> becomes a <see cref="JsonException"/>.</param>
/// <param name="format">Its text.</param>
internal sealed class TextConverter<T>(Func<string, T> parse, Func<T, string> format) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        if (text is null)
        {
            throw new JsonException($"{typeof(T).Name} is written as a string.");
        }

        try
        {
            return parse(text);
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(format(value));
}
