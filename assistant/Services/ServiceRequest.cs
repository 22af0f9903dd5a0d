using System.Text;
using System.Text.Json;
using VoiceMed.Nlu.Packs.Contracts;

namespace VoiceMed.Assistant.Services;

/// <summary>Makes the request an intent's <c>get</c> or <c>post</c> describes. Stateless and thread-safe.</summary>
internal static class ServiceRequest
{
    /// <summary>The address: the template with escaped values, and for GET the parameters as its query.</summary>
    /// <exception cref="ServiceException">A value of the template is missing.</exception>
    public static string Address(CallDefinition call, IReadOnlyDictionary<string, string> values)
    {
        var template = call.Url!;
        var address = new StringBuilder();
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            address.Append(template, at, (open < 0 ? template.Length : open) - at);
            if (open < 0)
            {
                break;
            }

            var close = template.IndexOf('}', open);
            var name = template[(open + 1)..close];
            var value = values.GetValueOrDefault(name) ?? throw new ServiceException("service.slot", $"The address needs '{name}', which was not said.");

            // A dot segment would climb out of the template's path, and nothing escapes it.
            address.Append(value is "." or ".." ? throw new ServiceException("service.slot", $"The value of '{name}' cannot stand in an address.") : Uri.EscapeDataString(value));
            at = close + 1;
        }

        var query = call.Method == "GET" ? string.Join('&', Parameters(call, values).Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}")) : "";
        return query.Length == 0 ? address.ToString() : $"{address}{(template.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
    }

    /// <summary>The request; for POST the parameters are a JSON object.</summary>
    public static HttpRequestMessage Make(CallDefinition call, Uri address, IReadOnlyDictionary<string, string> values)
    {
        var request = new HttpRequestMessage(call.Method == "POST" ? HttpMethod.Post : HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("application/json");
        if (request.Method == HttpMethod.Post)
        {
            request.Content = new StringContent(JsonSerializer.Serialize(Parameters(call, values)), Encoding.UTF8, "application/json");
        }

        return request;
    }

    private static Dictionary<string, string> Parameters(CallDefinition call, IReadOnlyDictionary<string, string> values) => call.Parameters
        .Select(p => (p.Key, Value: p.Value.StartsWith('$') ? values.GetValueOrDefault(p.Value[1..]) : p.Value))
        .Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value!, StringComparer.Ordinal);
}
