namespace VoiceMed.Nlu.Replies;

/// <summary>How a request ended, by the names that packs use.</summary>
public static class ReplyOutcome
{
    /// <summary>Done; there is nothing to show.</summary>
    public const string Done = "done";

    /// <summary>One item.</summary>
    public const string One = "one";

    /// <summary>Several items.</summary>
    public const string Many = "many";

    /// <summary>Nothing was found.</summary>
    public const string None = "none";

    /// <summary>Refused; <c>{reason}</c> says why.</summary>
    public const string Denied = "denied";

    /// <summary>Failed; <c>{reason}</c> says why.</summary>
    public const string Error = "error";

    /// <summary>Some of it could not be fetched.</summary>
    public const string Partial = "partial";

    /// <summary>All outcomes.</summary>
    public static IReadOnlyList<string> All { get; } = [Done, One, Many, None, Denied, Error, Partial];
}
