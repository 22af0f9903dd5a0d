using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Nlu.Dialogues;

/// <summary>
/// One conversation: understands each utterance in the light of those before it. The host says what came of an intent with
/// <see cref="Answered"/>. Not thread-safe: one conversation has one turn at a time.
/// </summary>
/// <remarks>
/// The patient and the focused item are inherited by every intent that takes them. Hospital, period and the like narrow an
/// answer, so they are inherited only where the speaker refers back: by a fragment ("а за прошлый месяц"), a correction
/// ("нет, из третьей больницы") or a word such as "этой больницы". Silently narrowed answers hide records.
/// </remarks>
/// <param name="intents">Gives the intents in force; asked at each turn, so that a reload takes effect at the next one.</param>
public sealed class Dialogue(Func<IntentSet> intents)
{
    /// <summary>The slot value with which a sentence refers to what the dialogue knows.</summary>
    public const string This = "this";

    private const int ShortWord = 6;
    private static readonly string[] s_alwaysInherited = ["patient", "item"];

    /// <summary>What is remembered now. The host may replace it, for example when the patient changes on the screen.</summary>
    public DialogueContext Context { get; set; } = DialogueContext.Empty;

    /// <summary>Understands one utterance.</summary>
    /// <exception cref="ArgumentException">No pack speaks <paramref name="language"/>.</exception>
    public DialogueTurn Hear(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = intents().Parser(language);
        var tokens = TextNormalizer.Words(text);
        var turn = Context.Pending is { } pending ? AnswerTo(pending, text, tokens, parser) : null;
        turn ??= Correct(text, tokens, parser) ?? Understand(text, tokens, parser);
        return Remember(turn);
    }

    /// <summary>
    /// Takes an intent that was not heard but proposed: by an agent, or by a language model for words nobody understood. Slots are
    /// inherited, missing ones asked for and confirmations demanded as after <see cref="Hear"/>.
    /// </summary>
    /// <param name="intent">The proposed intent with its slots.</param>
    /// <param name="text">What it was proposed for; may be empty.</param>
    /// <param name="language">A code of the packs' languages.</param>
    /// <param name="confirm">True when the intent must be confirmed whatever its contract says.</param>
    public DialogueTurn Propose(IntentMatch intent, string text, string language, bool confirm)
    {
        ArgumentNullException.ThrowIfNull(intent);
        var asked = confirm ? intent with { Contract = intent.Contract with { Confirm = Confirmation.Explicit } } : intent;
        var turn = Decide(new ParseResult(text, language, [asked], [], $"proposed: {intent.Intent}"), asked, []);
        return Remember(turn);
    }

    /// <summary>Remembers what an executed intent left behind.</summary>
    /// <param name="intent">The intent as <see cref="Hear"/> gave it.</param>
    /// <param name="list">The items now on the screen; null when the screen's list stays.</param>
    /// <param name="focus">The item now open, or null.</param>
    public void Answered(IntentMatch intent, IReadOnlyList<DialogueItem>? list = null, string? focus = null)
    {
        ArgumentNullException.ThrowIfNull(intent);
        var context = Context with { Previous = intent.Contract.Slots.Count > 0 ? intent : Context.Previous, List = list ?? Context.List };
        foreach (var slot in intent.Contract.Slots.Values.Where(s => s.Inherit is not null))
        {
            if (intent.Slots.TryGetValue(slot.Name, out var value) && !value.IsAmbiguous)
                context = context.With(slot.Inherit!, value.Value);
        }

        foreach (var key in intent.Contract.Sets.Where(intent.Slots.ContainsKey))
            context = context.With(key, intent.Slots[key].Value);
        Context = focus is null ? context : context.With("item", focus);
    }

    /// <summary>Forgets everything: the session ended, or another person speaks.</summary>
    public void Reset() => Context = DialogueContext.Empty;

    private DialogueTurn Remember(DialogueTurn turn)
    {
        if (turn.Act is DialogueAct.AskSlot or DialogueAct.AskConfirmation or DialogueAct.Choose)
            Context = Context with { Pending = new PendingQuestion(turn.Intent!, turn.Slot) };
        else if (turn.Act is DialogueAct.Execute or DialogueAct.Cancelled)
            Context = Context with { Pending = null };
        return turn;
    }

    private DialogueTurn? AnswerTo(PendingQuestion pending, string text, string[] tokens, UtteranceParser parser)
    {
        var said = parser.Parse(text);
        if (said.Intent is "cancel" or "confirm.no")
            return new DialogueTurn(DialogueAct.Cancelled, said, null, null, []);
        if (pending.Slot is null)
        {
            if (said.Intent == "confirm.yes")
                return IsMoreThanOneShortWord(tokens) ? Turn(DialogueAct.Execute, said, pending.Intent) : Turn(DialogueAct.AskConfirmation, said, pending.Intent);
            return null;
        }

        var isNewRequest = said.IsUnderstood && said.Intents[0].Source == MatchSource.Template && said.Intent != pending.Intent.Intent;
        var slot = pending.Intent.Contract.Slots.GetValueOrDefault(pending.Slot);
        var content = parser.Engine.WithoutSkipWords(tokens);
        if (slot is null || (isNewRequest && slot.Type == SlotTypes.Text))
            return null;
        var value = parser.Slots.Answer(content, slot, pending.Intent.Contract);
        if (value is null || (isNewRequest && !Refers(said.Intents[0], value)))
            return null;
        return Decide(said, With(pending.Intent, new Dictionary<string, SlotValue> { [slot.Name] = value }), []);
    }

    private DialogueTurn? Correct(string text, string[] tokens, UtteranceParser parser)
    {
        if (Context.Previous is not { } previous || parser.Engine.CorrectionLength(tokens) is not (var length and > 0) || length == tokens.Length)
            return null;
        var rest = tokens[length..];
        if (parser.Engine.MatchFragment(rest, previous.Contract) is { } fragment)
            return FollowUp(text, previous, fragment, parser);
        var meant = parser.Parse(string.Join(' ', rest));
        if (!meant.IsUnderstood)
            return null;
        return meant.Intent == previous.Intent
            ? FollowUp(text, previous, meant.Intents[0].Slots, parser)
            : Decide(meant, meant.Intents[0], [.. meant.Intents.Skip(1)]);
    }

    private DialogueTurn Understand(string text, string[] tokens, UtteranceParser parser)
    {
        var said = parser.Parse(text);
        var byTemplate = said.IsUnderstood && said.Intents[0].Source == MatchSource.Template;
        if (!byTemplate && Context.Previous is { } previous && parser.Engine.MatchFragment(tokens, previous.Contract) is { } fragment)
            return FollowUp(text, previous, fragment, parser);
        return said.IsUnderstood
            ? Decide(said, said.Intents[0], [.. said.Intents.Skip(1)])
            : new DialogueTurn(DialogueAct.NotUnderstood, said, null, null, []);
    }

    private DialogueTurn FollowUp(string text, IntentMatch previous, IReadOnlyDictionary<string, SlotValue> slots, UtteranceParser parser)
    {
        var kept = previous.Slots.ToDictionary(s => s.Key, s => s.Value with { Source = SlotSource.Inherited }, StringComparer.Ordinal);
        var match = With(previous with { Slots = kept, Source = MatchSource.Dialogue, Sentence = null }, slots);
        var code = parser.Engine.Linked.Language.Code;
        var parse = new ParseResult(text, code, [match], [], $"follows up \"{previous.Intent}\"");
        return Decide(parse, match, []);
    }

    private DialogueTurn Decide(ParseResult said, IntentMatch intent, IReadOnlyList<IntentMatch> also)
    {
        var resolved = Resolve(intent, out var outOfRange);
        if (outOfRange is not null)
            return new DialogueTurn(DialogueAct.NoSuchItem, said, resolved, outOfRange, also);
        if (resolved.Slots.FirstOrDefault(s => s.Value.IsAmbiguous) is { Key: { } ambiguous })
            return new DialogueTurn(DialogueAct.Choose, said, resolved, ambiguous, also);
        if (resolved.Missing is { Count: > 0 } missing)
            return new DialogueTurn(DialogueAct.AskSlot, said, resolved, missing[0], also);
        return resolved.Contract.Confirm == Confirmation.Explicit
            ? new DialogueTurn(DialogueAct.AskConfirmation, said, resolved, null, also)
            : new DialogueTurn(DialogueAct.Execute, said, resolved, null, [.. also.Select(i => Resolve(i, out _))]);
    }

    /// <summary>Inherits what may be inherited and turns "this", "the second hospital" and "number two" into what they refer to.</summary>
    private IntentMatch Resolve(IntentMatch intent, out string? outOfRange)
    {
        outOfRange = null;
        var slots = new Dictionary<string, SlotValue>(intent.Slots, StringComparer.Ordinal);
        foreach (var slot in intent.Contract.Slots.Values)
        {
            var said = slots.GetValueOrDefault(slot.Name);
            var known = slot.Inherit is null ? null : Context.Known.GetValueOrDefault(slot.Inherit);
            if (said?.Value == This)
            {
                if (known is null)
                    slots.Remove(slot.Name);
                else
                    slots[slot.Name] = said with { Value = known, Source = SlotSource.Inherited };
            }
            else if (said is null && known is not null && s_alwaysInherited.Contains(slot.Inherit))
            {
                slots[slot.Name] = new SlotValue(known, "", SlotSource.Inherited);
            }
            else if (said is not null && slot.ListName == "hospital" && Context.Hospitals is { Count: > 0 } hospitals && int.TryParse(said.Value, out var number) && !hospitals.Contains(said.Value))
            {
                if (At(hospitals, number) is { } hospital)
                    slots[slot.Name] = said with { Value = hospital };
                else
                    outOfRange = slot.Name;
            }
        }

        if (slots.TryGetValue("index", out var index) && intent.Contract.Slots.ContainsKey("item") && Context.List.Count > 0 && int.TryParse(index.Value, out var at))
        {
            if (At(Context.List, at) is { } item)
                slots["item"] = new SlotValue(item.Id, index.Raw, SlotSource.Implied);
            else
                outOfRange = "index";
        }

        return intent with { Slots = slots };
    }

    private static T? At<T>(IReadOnlyList<T> items, int number)
        where T : class
    {
        var index = number < 0 ? items.Count + number : number - 1;
        return index >= 0 && index < items.Count ? items[index] : null;
    }

    private static IntentMatch With(IntentMatch intent, IReadOnlyDictionary<string, SlotValue> more)
    {
        var slots = new Dictionary<string, SlotValue>(intent.Slots, StringComparer.Ordinal);
        foreach (var (name, value) in more)
            slots[name] = value;
        return intent with { Slots = slots };
    }

    private static bool Refers(IntentMatch said, SlotValue value) => said.Slots.Values.Any(v => v.Value == value.Value);

    // One short word is too easily misheard to rest a confirmation on: "да" is not enough, "да, подтверждаю" or "подтверждаю" is.
    private static bool IsMoreThanOneShortWord(string[] tokens) => tokens.Length > 1 || (tokens.Length == 1 && tokens[0].Length > ShortWord);

    private static DialogueTurn Turn(DialogueAct act, ParseResult said, IntentMatch intent) => new(act, said, intent, null, []);
}
