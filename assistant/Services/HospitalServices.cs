using System.Net;
using System.Text.Json;
using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Packs.Contracts;

namespace VoiceMed.Assistant.Services;

/// <summary>
/// Asks a hospital's own service what an intent's <c>get</c> or <c>post</c> says. Only listed hosts are reached, also by way of a
/// redirect; the answer has a time limit, a size limit and is never trusted to be what it should. Thread-safe.
/// </summary>
public sealed class HospitalServices : IDisposable
{
    private const int LongestAnswer = 256 * 1024;
    private const int MostItems = 100;
    private const int LongestValue = 500;
    private const int MostRedirects = 3;

    private readonly IReadOnlyList<string> _hosts;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    /// <summary>Creates it.</summary>
    /// <param name="hosts">The hosts that may be reached, <c>name</c> or <c>name:port</c>.</param>
    /// <param name="time">The clock of the time limit.</param>
    public HospitalServices(IReadOnlyList<string> hosts, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        _hosts = hosts;
        _time = time;

        // A redirect is followed by hand, after its host was looked up in the list; a proxy or cookies would be another way out.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, MaxResponseHeadersLength = 16 })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Asks.</summary>
    /// <param name="call">The intent's call; its <see cref="CallDefinition.Url"/> is set.</param>
    /// <param name="values">Slot and dialogue values by name.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ServiceException">There is no usable answer.</exception>
    public async Task<ServiceAnswer> AskAsync(CallDefinition call, IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(values);
        using var limit = new CancellationTokenSource(call.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var response = await SendAsync(call, values, either.Token).ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.NoContent)
            {
                return new ServiceAnswer([]);
            }

            if (!response.IsSuccessStatusCode)
            {
                throw new ServiceException("service.status", $"The service answered {(int)response.StatusCode}.");
            }

            return Read(await BodyAsync(response, either.Token).ConfigureAwait(false), call.ResultPath);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new ServiceException("service.timeout", $"The service did not answer within {call.Timeout.TotalSeconds:0.#} s.", e);
        }
        catch (HttpRequestException e)
        {
            throw new ServiceException("service.down", "The service could not be reached, or broke off.", e);
        }
        catch (IOException e)
        {
            throw new ServiceException("service.down", "The service broke off in the middle of its answer.", e);
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(CallDefinition call, IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
    {
        var address = new Uri(ServiceRequest.Address(call, values));
        for (var redirects = 0; ; redirects++)
        {
            if (!ServiceHost.IsListed(address, _hosts))
            {
                throw new ServiceException("service.forbidden", $"The host {ServiceHost.Of(address)} is not among serviceHosts in voicemed.yaml.");
            }

            using var request = ServiceRequest.Make(call, address, values);
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if ((int)response.StatusCode is < 300 or >= 400)
            {
                return response;
            }

            using (response)
            {
                // What was posted is not posted again elsewhere.
                if (request.Method != HttpMethod.Get || redirects == MostRedirects || response.Headers.Location is not { } location
                    || !Uri.TryCreate(address, location, out var elsewhere))
                {
                    throw new ServiceException("service.redirect", "The service sends the caller elsewhere.");
                }

                address = elsewhere;
            }
        }
    }

    private static async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var body = new MemoryStream();
            var buffer = new byte[8192];
            for (int read; (read = await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0;)
            {
                body.Write(buffer, 0, read);
                if (body.Length > LongestAnswer)
                {
                    throw new ServiceException("service.large", $"The service's answer is longer than {LongestAnswer / 1024} KiB.");
                }
            }

            return body.ToArray();
        }
    }

    private static ServiceAnswer Read(byte[] body, string? path)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
            return JsonPath.Find(json.RootElement, path) switch
            {
                null or { ValueKind: JsonValueKind.Null } => new ServiceAnswer([]),
                { ValueKind: JsonValueKind.Array } list => new ServiceAnswer([.. list.EnumerateArray().Take(MostItems).Select(Item).Where(item => item.Count > 0)]),
                { } one => new ServiceAnswer(Item(one) is { Count: > 0 } item ? [item] : []),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A text that is no UTF-8, or half a surrogate pair, passes the parser and throws when it is read.
            throw new ServiceException("service.json", "The service's answer is no JSON in UTF-8.", e);
        }
    }

    private static Dictionary<string, string> Item(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().Where(p => Text(p.Value) is not null).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => Text(p.Value)!, StringComparer.Ordinal)
        : Text(element) is { } value ? new() { ["value"] = value } : [];

    private static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Printable(element.GetString()!),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "yes",
        _ => null,
    };

    private static string? Printable(string text)
    {
        var kept = new string([.. text.Where(c => !char.IsControl(c)).Take(LongestValue)]);
        return kept.Length > 0 ? kept : null;
    }
}
