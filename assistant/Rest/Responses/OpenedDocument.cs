using System.Text.Json;

namespace VoiceMed.Assistant.Rest.Responses;

/// <summary>An opened document.</summary>
/// <param name="Document">What is known of it.</param>
/// <param name="Text">The content as text, where it is text in UTF-8; else null.</param>
/// <param name="Content">The content, base64.</param>
/// <param name="CommitmentKey">HMAC-SHA-256 of the content under this key, base64, gives the commitment.</param>
/// <param name="Rule">The rule that permitted the access.</param>
/// <param name="Proof">The proof, where it was asked for.</param>
internal sealed record OpenedDocument(
    DocumentResource Document, string? Text, string Content, string? CommitmentKey, string? Rule, JsonElement? Proof);
