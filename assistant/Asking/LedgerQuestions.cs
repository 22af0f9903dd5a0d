using NodaTime;
using VoiceMed.Assistant.Answering;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.LedgerClient.Access;

namespace VoiceMed.Assistant.Asking;

/// <summary>Asks the ledger what a turn's intent asks, and notes the call in the turn. Thread-safe.</summary>
public sealed class LedgerQuestions(LedgerDesk desk, ArgumentBinder binder, HospitalNames hospitals, TimeProvider time)
{
    /// <summary>The channel's hospitals.</summary>
    public HospitalNames Hospitals => hospitals;

    /// <summary>The ward's date now.</summary>
    public LocalDate Today => LocalDate.FromDateTime(time.GetLocalNow().DateTime);

    /// <summary>Asks the operation the turn's intent names, with the turn's slots.</summary>
    public ValueTask<LedgerResult> AskAsync(TurnContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return AskAsync(context, context.Match.Call!.Operation, binder.Bind(context, hospitals, Today), cancellation);
    }

    /// <summary>Asks a named operation with given arguments.</summary>
    public async ValueTask<LedgerResult> AskAsync(
        TurnContext context, string operation, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(arguments);
        var before = time.GetTimestamp();
        LedgerResult? result = null;
        try
        {
            return result = await desk.AskAsync(operation, arguments, context.Access, cancellation).ConfigureAwait(false);
        }
        finally
        {
            context.Asked = new LedgerCall(operation, AsText(arguments), result, time.GetElapsedTime(before) + (context.Asked?.Elapsed ?? TimeSpan.Zero));
        }
    }

    private static Dictionary<string, string> AsText(IReadOnlyDictionary<string, object?> arguments) =>
        arguments.Where(argument => argument.Value is not null)
            .ToDictionary(argument => argument.Key, argument => argument.Value!.ToString()!, StringComparer.Ordinal);
}
