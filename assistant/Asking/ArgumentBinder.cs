using NodaTime;
using VoiceMed.Assistant.Answering;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.Nlu.Language.Calendar;

namespace VoiceMed.Assistant.Asking;

/// <summary>
/// Turns slots' canonical values into the arguments of a ledger operation. Whatever a slot says, the patient is the
/// conversation's confirmed one: a wrong patient cannot be asked for. Stateless and thread-safe.
/// </summary>
public sealed class ArgumentBinder(OperationCatalogue catalogue)
{
    /// <summary>Binds the parameters of the turn's call.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="hospitals">The channel's hospitals.</param>
    /// <param name="today">The ward's date: periods are relative to it.</param>
    /// <exception cref="UnboundArgumentException">A slot names something that does not exist.</exception>
    public IReadOnlyDictionary<string, object?> Bind(TurnContext context, HospitalNames hospitals, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(context);
        var call = context.Match.Call ?? throw new ArgumentException($"{context.Match.Intent} calls nothing.", nameof(context));
        var operation = catalogue.Find(call.Operation)
            ?? throw new ArgumentException($"The ledger has no operation '{call.Operation}'.", nameof(context));
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, type) in operation.Parameters)
        {
            arguments[name] = type == typeof(PatientId)
                ? context.State.Patient?.Record.Patient
                : call.Parameters.TryGetValue(name, out var text) && text.Length > 0
                    ? Convert(name, text, Nullable.GetUnderlyingType(type) ?? type, context, hospitals, today)
                    : null;
        }

        return arguments;
    }

    private static object? Convert(
        string name, string text, Type type, TurnContext context, HospitalNames hospitals, LocalDate today)
    {
        if (type == typeof(HospitalId))
        {
            return text is "this" or "here" ? ThisHospital(context) : hospitals.Find(text) ?? throw new UnboundArgumentException(name, text);
        }

        if (type == typeof(DateInterval))
        {
            return Period(text, today) ?? throw new UnboundArgumentException(name, text);
        }

        if (type == typeof(int))
        {
            return int.TryParse(text, out var number) && number > 0 ? number : throw new UnboundArgumentException(name, text);
        }

        return type == typeof(DocumentId) ? new DocumentId(text) : type == typeof(string) ? text : null;
    }

    private static HospitalId ThisHospital(TurnContext context) =>
        context.State.List is { Focus: > 0 } list && HospitalOf(list) is { } focused ? focused : context.Terminal.Hospital;

    private static HospitalId? HospitalOf(ShownList list) => list.Records.ElementAtOrDefault(list.Focus - 1) switch
    {
        LedgerClient.Records.HospitalVisit visit => visit.Hospital,
        LedgerClient.Records.DocumentInfo document => document.Hospital,
        _ => null,
    };

    private static DateInterval? Period(string text, LocalDate today)
    {
        if (PeriodResolver.Resolve(text, today) is not { } interval)
        {
            return null;
        }

        var start = interval.Start ?? LocalDate.MinIsoValue;
        var last = interval.End?.PlusDays(-1) ?? LocalDate.MaxIsoValue;
        return last < start ? null : new DateInterval(start, last);
    }
}
