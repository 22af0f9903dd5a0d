using VoiceMed.Nlu.Replies;

namespace VoiceMed.Assistant.Answering;

/// <summary>Words an answer from the packs' reply templates. Thread-safe.</summary>
public interface IReplyWriter
{
    /// <summary>Words the answer to an intent.</summary>
    /// <param name="intent">The intent's identifier.</param>
    /// <param name="outcome">One of <see cref="ReplyOutcome"/>.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <param name="values">Values for the whole reply (see <see cref="ReplyValues"/>).</param>
    /// <param name="items">Values of each item.</param>
    Reply Write(
        string intent, string outcome, string language,
        IReadOnlyDictionary<string, string> values, IReadOnlyList<IReadOnlyDictionary<string, string>> items);
}
