namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>An opened document: text, PDF, image or ECG.</summary>
public sealed record DocumentCard : Card
{
    /// <summary>The canonical kind, for example <c>discharge_summary</c>.</summary>
    public required string DocumentKind { get; init; }

    /// <summary>The hospital's name.</summary>
    public required string Hospital { get; init; }

    /// <summary>The day it was issued.</summary>
    public required string Date { get; init; }

    /// <summary>The content's media type; shown are <c>text/plain</c>, <c>application/pdf</c>, <c>image/png</c>, <c>image/jpeg</c> and <c>application/vnd.voicemed.ecg+json</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>The text of a <c>text/plain</c> or ECG document; null for others.</summary>
    public string? Text { get; init; }

    /// <summary>The bytes of a PDF or an image (base64 on the wire); null for others.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }
}
