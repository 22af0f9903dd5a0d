using VoiceMed.Assistant.Asking;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Wording;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Dialogue.Handlers;

/// <summary>Opens a document: by its number on the screen, or by what kind it is; and reads the opened one aloud.</summary>
public sealed class DocumentHandler(
    LedgerQuestions questions, LedgerQuestionHandler answers, PatientHandler patients, Phrasebook phrases) : IIntentHandler
{
    /// <inheritdoc/>
    public bool Handles(string intent) => intent is "document.open" or "document.read" or "nav.select";

    /// <inheritdoc/>
    public async ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Match.Intent == "document.read" && context.State.Document is { } open && !NamesDocument(context))
        {
            return Read(context, open);
        }

        if (Numbered(context) is { } item and not DocumentInfo)
        {
            return item is Patient patient ? patients.AskWhether(context, patient, null, audited: false) : Focus(context, item);
        }

        var (document, audited) = await FindAsync(context, cancellation).ConfigureAwait(false);
        if (document is null)
        {
            return new HandlerResult
            {
                Outcome = TurnOutcome.Failed,
                Reason = "document.unknown",
                Audited = audited,
                Harmless = true,
                Speech = phrases.Say(NamesDocument(context) ? "say.no-item" : "say.no-document", context.Language),
            };
        }

        var result = await questions.AskAsync(
            context, "GetDocument", new Dictionary<string, object?> { ["document"] = new LedgerClient.Identifiers.DocumentId(document.Id) }, cancellation)
            .ConfigureAwait(false);
        var list = context.State.List;
        context.State.Document = result.Document;
        var answer = answers.Answer(context, result, questions.Hospitals);
        if (list is not null)
        {
            context.State.Refocus(list with { Focus = NumberOf(list, document) });
        }

        return context.Match.Intent == "document.read" && result.Document is { } opened
            ? Read(context, opened) with { Card = answer.Card, Reason = answer.Reason, Audited = true }
            : answer;
    }

    private static bool NamesDocument(TurnContext context) => context.Slot("index") is not null || context.Slot("kind") is not null;

    private static int NumberOf(ShownList list, DocumentInfo document) =>
        list.Records.TakeWhile(record => record.Id != document.Id).Count() is var before && before < list.Records.Count ? before + 1 : list.Focus;

    private static LedgerRecord? Numbered(TurnContext context)
    {
        if (context.State.List is not { } list || !int.TryParse(context.Slot("index"), out var number))
        {
            return null;
        }

        return list.Records.ElementAtOrDefault(number > 0 ? number - 1 : list.Records.Count + number);
    }

    private static HandlerResult Focus(TurnContext context, LedgerRecord item)
    {
        var list = context.State.List!;
        var focus = list.Records.TakeWhile(record => record.Id != item.Id).Count() + 1;
        var card = list.Card with { Focus = focus };
        context.State.Refocus(list with { Focus = focus, Card = card });
        return new HandlerResult { Reason = "screen.answered", Card = card };
    }

    private async ValueTask<(DocumentInfo? Document, bool Audited)> FindAsync(TurnContext context, CancellationToken cancellation)
    {
        var shown = context.State.List?.Records.OfType<DocumentInfo>().ToList() ?? [];
        if (context.Slot("index") is not null)
        {
            return (Numbered(context) as DocumentInfo, false);
        }

        var kind = context.Slot("kind");
        if (kind is null)
        {
            return (shown.Count == 1 ? shown[0] : null, false);
        }

        if (shown.Find(document => document.Kind == kind) is { } visible && context.Slot("hospital") is null)
        {
            return (visible, false);
        }

        var arguments = new Dictionary<string, object?>
        {
            ["patient"] = context.State.Patient!.Record.Patient,
            ["kind"] = kind,
            ["count"] = 1,
            ["hospital"] = context.Slot("hospital") is { } hospital ? questions.Hospitals.Find(hospital) : null,
        };
        var found = await questions.AskAsync(context, "GetDocumentsFromHospital", arguments, cancellation).ConfigureAwait(false);
        return (found.Records.OfType<DocumentInfo>().FirstOrDefault(), true);
    }

    private HandlerResult Read(TurnContext context, DocumentContent document)
    {
        var isText = document.Info.ContentType.StartsWith("text/", StringComparison.Ordinal);
        var mayBeSpoken = document.Info.Sensitivity == Sensitivity.Normal && !context.State.Silent;
        return new HandlerResult
        {
            Reason = isText && mayBeSpoken ? "screen.answered" : "sensitive.speech",
            Speech = isText && mayBeSpoken
                ? System.Text.Encoding.UTF8.GetString(document.Bytes.Span)
                : phrases.Say("say.screen-only", context.Language),
        };
    }
}
