namespace VoiceMed.Assistant.Rest.Description;

/// <summary>Marks endpoints that need a token and a purpose of use.</summary>
internal sealed record CallerRequired;
