namespace VoiceMed.Nlu.Packs;

/// <summary>The stable codes of <see cref="PackMessage"/>. N1xx: the file; N2xx: contracts; N3xx: language files; N4xx: found by the checker.</summary>
public static class PackMessageCode
{
    /// <summary>Not YAML.</summary>
    public const string Syntax = "N101";

    /// <summary>The same key twice in one mapping.</summary>
    public const string DuplicateKey = "N102";

    /// <summary>A key the format does not know.</summary>
    public const string UnknownKey = "N103";

    /// <summary>A list, mapping or text where another is expected.</summary>
    public const string WrongKind = "N104";

    /// <summary>A required key is missing.</summary>
    public const string MissingKey = "N105";

    /// <summary>Anchors, aliases, tags or several documents.</summary>
    public const string Unsupported = "N106";

    /// <summary>The file cannot be read: too large, not UTF-8, or not there.</summary>
    public const string Unreadable = "N107";

    /// <summary>An empty text or list where one must hold something.</summary>
    public const string Empty = "N108";

    /// <summary>An identifier that is not made of lower-case letters, digits, '_', '-' and '.'.</summary>
    public const string BadIdentifier = "N201";

    /// <summary>Two contracts with the same intent, or two lists with one name.</summary>
    public const string DuplicateDeclaration = "N202";

    /// <summary>A slot type that does not exist.</summary>
    public const string UnknownSlotType = "N203";

    /// <summary>A list nobody declared.</summary>
    public const string UnknownList = "N204";

    /// <summary>A value outside the key's choices.</summary>
    public const string BadChoice = "N205";

    /// <summary>An operation the catalogue does not have.</summary>
    public const string UnknownOperation = "N206";

    /// <summary>A parameter the operation does not have.</summary>
    public const string UnknownParameter = "N207";

    /// <summary>A call names a slot the intent does not have.</summary>
    public const string UnknownSlot = "N208";

    /// <summary>A call's URL or time-out that cannot work.</summary>
    public const string BadCall = "N209";

    /// <summary>Restricted data that would be spoken aloud.</summary>
    public const string SpokenSecret = "N210";

    /// <summary>A required parameter of the operation is not filled.</summary>
    public const string MissingParameter = "N211";

    /// <summary>A call to a host that the configuration does not allow.</summary>
    public const string ForbiddenHost = "N212";

    /// <summary>A template that cannot be parsed.</summary>
    public const string TemplateSyntax = "N301";

    /// <summary>A rule nobody declared.</summary>
    public const string UnknownRule = "N302";

    /// <summary>A rule that uses itself.</summary>
    public const string RecursiveRule = "N303";

    /// <summary>A template names a slot the intent does not have.</summary>
    public const string UnknownTemplateSlot = "N304";

    /// <summary>A template that stands for too many sentences.</summary>
    public const string TooManyExpansions = "N305";

    /// <summary>A template that also matches nothing at all.</summary>
    public const string MatchesNothing = "N306";

    /// <summary>A value the list does not have.</summary>
    public const string UnknownListValue = "N307";

    /// <summary>A list value without words in this language.</summary>
    public const string MissingListValue = "N308";

    /// <summary>A language file speaks of an intent no contract declares.</summary>
    public const string UnknownIntent = "N309";

    /// <summary>A required slot without a prompt.</summary>
    public const string MissingPrompt = "N310";

    /// <summary>A reply that cannot be parsed, or an unknown function in it.</summary>
    public const string ReplySyntax = "N311";

    /// <summary>An outcome the format does not know.</summary>
    public const string UnknownOutcome = "N312";

    /// <summary>No reply for an outcome the intent can have.</summary>
    public const string MissingReply = "N313";

    /// <summary>A test or dialogue that cannot be run as written.</summary>
    public const string BadTest = "N314";

    /// <summary>An intent without sentences in a language.</summary>
    public const string MissingSentences = "N315";

    /// <summary>A word the recognition model does not know.</summary>
    public const string UnknownWord = "N401";

    /// <summary>A sentence two intents share.</summary>
    public const string SharedSentence = "N402";

    /// <summary>Two commands that sound alike.</summary>
    public const string SoundsAlike = "N403";

    /// <summary>A word listed under <c>unheard</c> that no sentence uses.</summary>
    public const string UnusedWord = "N404";

    /// <summary>A test fails.</summary>
    public const string FailedTest = "N405";
}
