using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.LedgerClient.Devices;

/// <summary>
/// Store and forward for a home device: readings are kept in a <see cref="PendingReadings"/> and sent when the ledger can be
/// reached. Sending twice is harmless, so whatever is not acknowledged is sent again. Not thread-safe; one uplink a queue.
/// </summary>
public sealed class DeviceUplink
{
    private const int BatchSize = 500;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly HttpClient _http;
    private readonly PendingReadings _queue;
    private readonly string _device;
    private readonly PatientId _patient;
    private readonly Func<CancellationToken, ValueTask<string>> _token;
    private readonly TimeProvider _time;

    /// <summary>Sends a device's readings.</summary>
    /// <param name="http">A client whose base address is the ledger's REST interface.</param>
    /// <param name="queue">The readings that wait.</param>
    /// <param name="device">The device's identifier.</param>
    /// <param name="patient">The patient who uses it.</param>
    /// <param name="token">Gives a signed token that is still valid.</param>
    /// <param name="time">The clock of the pauses. Default: the system's.</param>
    public DeviceUplink(
        HttpClient http, PendingReadings queue, string device, PatientId patient, Func<CancellationToken, ValueTask<string>> token, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(token);
        ArgumentException.ThrowIfNullOrEmpty(device);
        (_http, _queue, _device, _patient, _token, _time) = (http, queue, device, patient, token, time ?? TimeProvider.System);
    }

    /// <summary>Told of every reading the ledger refused for good, with the stable code; it leaves the queue.</summary>
    public event Action<DeviceReading, string>? Refused;

    /// <summary>Sends what waits.</summary>
    /// <returns>How many readings left the queue.</returns>
    /// <exception cref="LedgerUnavailableException">The ledger could not be reached or is not ready; everything unacknowledged still waits.</exception>
    /// <exception cref="LedgerRejectedException">The ledger refuses this device as a whole, for example because its key was revoked; everything still waits.</exception>
    public async Task<int> SendAsync(CancellationToken cancellation = default)
    {
        var sent = 0;
        while (_queue.Peek(BatchSize) is { Count: > 0 } readings)
        {
            foreach (var outcome in await PostAsync(readings, cancellation).ConfigureAwait(false))
            {
                if (outcome.Status == "refused")
                {
                    Refused?.Invoke(readings[outcome.Index], outcome.Code ?? "unknown");
                }
            }

            _queue.Remove(readings.Count);
            sent += readings.Count;
        }

        return sent;
    }

    /// <summary>Sends whenever something waits, until cancelled; pauses longer each time the ledger cannot be reached.</summary>
    /// <exception cref="LedgerRejectedException">The ledger refuses this device as a whole.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var pause = ShortestPause;
        while (true)
        {
            try
            {
                await SendAsync(cancellation).ConfigureAwait(false);
                pause = ShortestPause;
            }
            catch (LedgerUnavailableException)
            {
                pause = pause * 2 > LongestPause ? LongestPause : pause * 2;
            }

            await Task.Delay(pause, _time, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<ReadingOutcome>> PostAsync(IReadOnlyList<DeviceReading> readings, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "ledger/devices/readings")
        {
            Content = JsonContent.Create(new DeviceBatch { Device = _device, Patient = _patient, Readings = readings }, options: RecordJson.Options),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _token(cancellation).ConfigureAwait(false));
        request.Headers.Add("Purpose-Of-Use", "TREAT");
        try
        {
            using var response = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                var answer = await response.Content.ReadFromJsonAsync<Answer>(RecordJson.Options, cancellation).ConfigureAwait(false);
                return answer?.Readings is { } outcomes && outcomes.Count == readings.Count
                    ? outcomes
                    : throw new LedgerUnavailableException("device.answer", "The ledger's answer does not speak of every reading.");
            }

            throw await RefusalAsync(response, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new LedgerUnavailableException("device.unreachable", "The ledger could not be reached.", e);
        }
    }

    private static async Task<LedgerException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
        {
            return new LedgerUnavailableException("device.unreachable", $"The ledger answered {(int)response.StatusCode}.");
        }

        var problem = await response.Content.ReadFromJsonAsync<Problem>(cancellation).ConfigureAwait(false);
        return new LedgerRejectedException(problem?.Code ?? "unknown", problem?.Detail ?? $"The ledger answered {(int)response.StatusCode}.");
    }

    private sealed record Answer([property: JsonPropertyName("readings")] IReadOnlyList<ReadingOutcome> Readings);

    private sealed record Problem(
        [property: JsonPropertyName("code")] string? Code, [property: JsonPropertyName("detail")] string? Detail);
}
