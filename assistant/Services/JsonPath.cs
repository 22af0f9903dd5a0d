using System.Globalization;
using System.Text.Json;

namespace VoiceMed.Assistant.Services;

/// <summary>The part of JSONPath (RFC 9535) that names one place: <c>$.patient.groups[0].value</c>. Stateless and thread-safe.</summary>
internal static class JsonPath
{
    /// <summary>The element at <paramref name="path"/>; null when there is none.</summary>
    public static JsonElement? Find(JsonElement root, string? path)
    {
        var at = root;
        foreach (var step in (path ?? "").TrimStart('$').Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step is ['[', .. var number, ']'])
            {
                if (at.ValueKind != JsonValueKind.Array || !int.TryParse(number, CultureInfo.InvariantCulture, out var index) || index < 0 || index >= at.GetArrayLength())
                {
                    return null;
                }

                at = at[index];
            }
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
            {
                return null;
            }
        }

        return at;
    }
}
