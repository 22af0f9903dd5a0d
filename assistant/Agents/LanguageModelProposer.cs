using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text;
using System.Text.Json;
using OpenAI;
using OpenAI.Chat;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Nlu;

namespace VoiceMed.Assistant.Agents;

/// <summary>
/// Asks a local language model which intent a rejected utterance may mean. The model sees the utterance without names, dates and
/// numbers, and the summaries of the intents; nothing of the patient, the doctor, the screen or earlier turns. What it answers counts
/// only when it is the identifier of an intent. Thread-safe.
/// </summary>
public sealed class LanguageModelProposer : IIntentProposer, IDisposable
{
    /// <summary>The environment variable that holds the endpoint's key, where it wants one.</summary>
    public const string KeyVariable = "VOICEMED_LANGUAGE_MODEL_KEY";

    private const string PersonList = "person";
    private const int LongestUtterance = 300;

    // Answers to a question are the doctor's own, and what ends or opens a session is asked for in clear words or not at all.
    private static readonly HashSet<string> NeverProposed =
        new(StringComparer.Ordinal) { "confirm.yes", "confirm.no", "cancel", "session.end", "session.lock", "emergency.access" };

    private readonly ChatClient _chat;
    private readonly HttpClient _http;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;

    /// <summary>Creates it; nothing is sent before the first utterance.</summary>
    /// <param name="config">The endpoint.</param>
    /// <param name="time">The clock of the time limit.</param>
    public LanguageModelProposer(LanguageModelConfig config, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(config);
        _time = time;
        _timeout = TimeSpan.FromSeconds(config.TimeoutSeconds);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { MaxResponseContentBufferSize = 64 * 1024 };
        var options = new OpenAIClientOptions
        {
            Endpoint = new Uri(config.Endpoint),
            Transport = new HttpClientPipelineTransport(_http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        };
        var key = Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } given ? given : "none";
        _chat = new ChatClient(config.Model, new ApiKeyCredential(key), options);
    }

    /// <inheritdoc/>
    public async Task<string?> ProposeAsync(string text, string language, IntentSet intents, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(intents);
        using var limit = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            var shown = intents.WithoutIdentity(text, language, PersonList);
            ChatMessage[] messages =
            [
                new SystemChatMessage(Instructions(intents)),
                new UserChatMessage(shown.Length > LongestUtterance ? shown[..LongestUtterance] : shown),
            ];
            var answer = await _chat.CompleteChatAsync(messages, new ChatCompletionOptions { Temperature = 0 }, either.Token).ConfigureAwait(false);
            var proposed = Chosen(answer.Value.Content.Count > 0 ? answer.Value.Content[0].Text : null);
            return proposed is not null && intents.Intents.ContainsKey(proposed) && !NeverProposed.Contains(proposed) ? proposed : null;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested
            && e is OperationCanceledException or ClientResultException or HttpRequestException or IOException or JsonException or FormatException
                or InvalidOperationException or ArgumentException or KeyNotFoundException)
        {
            // Without the model the utterance stays what it was: not understood.
            Serilog.Log.Warning("The language model gave no proposal: {Trouble}", limit.IsCancellationRequested ? "time limit" : e.GetType().Name);
            return null;
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private static string Instructions(IntentSet intents)
    {
        var text = new StringBuilder("""
            A clinician said something at a bedside that a voice assistant did not understand. Which of these requests was meant?
            Answer with its identifier alone, or with none. Names and numbers have been replaced by dots.

            """);
        foreach (var (id, contract) in intents.Intents.Where(intent => !NeverProposed.Contains(intent.Key)).OrderBy(intent => intent.Key, StringComparer.Ordinal))
        {
            text.Append(id).Append(": ").AppendLine(contract.Summary);
        }

        return text.ToString();
    }

    private static string? Chosen(string? answer) => answer?.Trim().Trim('"', '`', '\'', '.', ' ');
}
