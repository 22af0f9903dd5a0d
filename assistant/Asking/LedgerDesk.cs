using System.Collections.Concurrent;
using System.Reflection;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Proofs;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Asking;

/// <summary>
/// The <c>asked</c> step: calls the ledger operation an intent names and checks the answer's proof before anyone sees it.
/// Thread-safe.
/// </summary>
public sealed class LedgerDesk(IClinicalLedger ledger, OperationCatalogue catalogue)
{
    private static readonly MethodInfo Unwrap =
        typeof(LedgerDesk).GetMethod(nameof(UnwrapAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly ConcurrentDictionary<Type, MethodInfo> _unwrappers = new();

    /// <summary>Asks the ledger.</summary>
    /// <param name="operation">The operation's name, in Pascal or camel case.</param>
    /// <param name="arguments">Arguments by parameter name, already of the parameter's type; what is missing is null.</param>
    /// <param name="access">On whose behalf.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ArgumentException">There is no such operation, or an argument it cannot do without is missing.</exception>
    /// <exception cref="LedgerException">The ledger refused, could not be reached, or does not agree with its signatures.</exception>
    public async ValueTask<LedgerResult> AskAsync(
        string operation, IReadOnlyDictionary<string, object?> arguments, AccessContext access, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var found = catalogue.Find(operation) ?? throw new ArgumentException($"The ledger has no operation '{operation}'.", nameof(operation));
        var values = found.Method.GetParameters().Select(parameter => ValueOf(parameter, found, arguments, access, cancellation)).ToArray();
        var answer = await CallAsync(found.Method, values).ConfigureAwait(false);
        return ToResult(found.Name, answer);
    }

    private static object? ValueOf(
        ParameterInfo parameter, LedgerOperation operation, IReadOnlyDictionary<string, object?> arguments, AccessContext access, CancellationToken cancellation)
    {
        if (parameter.ParameterType == typeof(AccessContext))
        {
            return access;
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return cancellation;
        }

        var value = arguments.GetValueOrDefault(parameter.Name!);
        var mayBeMissing = Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        return value is not null || mayBeMissing
            ? value
            : throw new ArgumentException($"{operation.Name} cannot be asked without '{parameter.Name}'.", nameof(arguments));
    }

    private async ValueTask<object> CallAsync(MethodInfo method, object?[] values)
    {
        var inner = method.ReturnType.GetGenericArguments()[0];
        var unwrap = _unwrappers.GetOrAdd(inner, static type => Unwrap.MakeGenericMethod(type));
        try
        {
            return await ((Task<object>)unwrap.Invoke(null, [method.Invoke(ledger, values)])!).ConfigureAwait(false);
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
    }

    private static async Task<object> UnwrapAsync<T>(ValueTask<T> task)
        where T : notnull => await task.ConfigureAwait(false);

    private LedgerResult ToResult(string operation, object answer) => answer switch
    {
        LedgerAnswer<Patient> patients => Of(operation, patients),
        LedgerAnswer<HospitalVisit> visits => Of(operation, visits),
        LedgerAnswer<DocumentInfo> documents => Of(operation, documents),
        LedgerAnswer<Observation> observations => Of(operation, observations),
        LedgerAnswer<Medication> medications => Of(operation, medications),
        LedgerAnswer<Allergy> allergies => Of(operation, allergies),
        LedgerAnswer<Diagnosis> diagnoses => Of(operation, diagnoses),
        LedgerAnswer<LabResult> labs => Of(operation, labs),
        LedgerAnswer<Consent> consents => Of(operation, consents),
        LedgerAnswer<AccessRecord> accesses => Of(operation, accesses),
        DocumentContent document => new LedgerResult { Operation = operation, Document = document },
        ResourceVerdict resource => new LedgerResult { Operation = operation, Resource = resource },
        IReadOnlyList<StockLevel> stock => new LedgerResult { Operation = operation, Stock = stock },
        IReadOnlyList<EmergencyAccess> emergencies => new LedgerResult { Operation = operation, Records = emergencies },
        EmergencyAccess emergency => new LedgerResult { Operation = operation, Records = [emergency] },
        _ => throw new NotSupportedException($"{operation} answers with {answer.GetType().Name}, which nothing shows."),
    };

    private LedgerResult Of<T>(string operation, LedgerAnswer<T> answer)
        where T : LedgerRecord
    {
        var verdict = answer.Proof is null ? null : ledger.Verifier.Verify(answer);
        if (verdict is { Verified: false })
        {
            throw new LedgerTamperedException("proof.invalid", verdict.Detail);
        }

        return new LedgerResult { Operation = operation, Records = answer.Items, Rule = answer.Rule, Proof = verdict, Scheme = answer.Proof?.Scheme };
    }
}
