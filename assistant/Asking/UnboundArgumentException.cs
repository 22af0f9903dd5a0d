namespace VoiceMed.Assistant.Asking;

/// <summary>A slot names something that does not exist: a hospital the channel does not know, a period that is no period.</summary>
/// <param name="parameter">The parameter it was for.</param>
/// <param name="value">The slot's value.</param>
public sealed class UnboundArgumentException(string parameter, string value)
    : Exception($"Nothing is called '{value}' for {parameter}.")
{
    /// <summary>The parameter it was for.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>The slot's value.</summary>
    public string Value { get; } = value;
}
