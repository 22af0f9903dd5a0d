using System.Text.Json;

namespace VoiceMed.Assistant.Screen.Fhircast;

/// <summary>Reads what a hub sends over its WebSocket (FHIRcast 3.0.0, 2.4 and 2.5). Thread-safe.</summary>
public static class FhircastReader
{
    /// <summary>Reads one message.</summary>
    /// <returns>The event; null for what is none, such as the confirmation of the subscription.</returns>
    /// <exception cref="JsonException">The message is not JSON, or an event without what every event has.</exception>
    public static FhircastEvent? Read(ReadOnlyMemory<byte> utf8)
    {
        using var message = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 64 });
        if (message.RootElement.ValueKind != JsonValueKind.Object || !message.RootElement.TryGetProperty("event", out var body))
        {
            return null;
        }

        if (body.ValueKind != JsonValueKind.Object
            || Text(message.RootElement, "id") is not { } id
            || Text(body, "hub.event") is not { } name
            || Text(body, "hub.topic") is not { } topic
            || !DateTimeOffset.TryParse(Text(message.RootElement, "timestamp"), null, System.Globalization.DateTimeStyles.AssumeUniversal, out var time))
        {
            throw new JsonException("The event lacks id, timestamp, hub.topic or hub.event.");
        }

        var patient = PatientOf(body);
        return new FhircastEvent(id, time, name, topic, patient is { } found ? Text(found, "id") : null, patient is { } known ? Text(known, "birthDate") : null);
    }

    private static JsonElement? PatientOf(JsonElement body)
    {
        if (!body.TryGetProperty("context", out var context) || context.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var entry in context.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.Object && Text(entry, "key") == "patient"
                && entry.TryGetProperty("resource", out var resource) && resource.ValueKind == JsonValueKind.Object)
            {
                return resource;
            }
        }

        return null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
