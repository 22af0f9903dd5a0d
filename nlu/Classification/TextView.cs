namespace VoiceMed.Nlu.Classification;

/// <summary>What a model sees of a text.</summary>
public enum TextView
{
    /// <summary>Word and character n-grams.</summary>
    All,

    /// <summary>Word n-grams.</summary>
    Words,

    /// <summary>Single words.</summary>
    SingleWords,

    /// <summary>N-grams of words without most of their endings.</summary>
    Stems,
}
