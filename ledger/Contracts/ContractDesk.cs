using System.Collections.Concurrent;
using System.Text.Json;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Contracts;

/// <summary>
/// Contracts: proposed to the council with their assembly, listed, upgraded, called. A new version takes over with the council's
/// last approval, between two calls; nobody has to stop. Each call that changes something is an entry of the contract's chain,
/// with everything it wrote, so that the state can be derived from the chain without running any code. Thread-safe.
/// </summary>
public sealed class ContractDesk
{
    private readonly LedgerStore _store;
    private readonly Council _council;
    private readonly RegistryView _registry;
    private readonly ContractLoader _loader;
    private readonly ConcurrentDictionary<string, ContractReplay> _replays = new(StringComparer.Ordinal);

    internal ContractDesk(LedgerStore store, Council council, RegistryView registry)
    {
        (_store, _council, _registry) = (store, council, registry);
        _loader = new ContractLoader(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(store.Options.File))!, "contracts"));
    }

    /// <summary>Proposes a version of a contract to the council, a first one or an upgrade.</summary>
    /// <param name="member">The proposing member.</param>
    /// <param name="assembly">The assembly's file; a copy is kept beside the ledger.</param>
    /// <param name="type">The full name of the contract's type.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="LedgerRejectedException"><c>contract.unloadable</c>, <c>contract.version-exists</c>, <c>council.not-a-member</c>.</exception>
    public ValueTask<ProposalState> ProposeAsync(string member, string assembly, string type, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(assembly);
        ArgumentException.ThrowIfNullOrEmpty(type);
        var (contract, sha256) = _loader.Take(assembly, type);
        return ProposeAsync(member, new ContractVersion(contract.Name, contract.Version, type, sha256), cancellation);
    }

    /// <summary>
    /// Proposes a version of a contract that came from elsewhere. Nothing of it runs before the council has agreed; then it must call
    /// itself by the name and version it was approved under.
    /// </summary>
    /// <param name="member">The proposing member.</param>
    /// <param name="assembly">The assembly, at most 8 MB; a copy is kept beside the ledger.</param>
    /// <param name="name">The contract's name.</param>
    /// <param name="version">The version.</param>
    /// <param name="type">The full name of the contract's type, which is not nested in another.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="LedgerRejectedException"><c>contract.unloadable</c>, <c>contract.version-exists</c>, <c>council.not-a-member</c>.</exception>
    public ValueTask<ProposalState> ProposeAsync(
        string member, byte[] assembly, string name, string version, string type, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentException.ThrowIfNullOrEmpty(type);
        ChainName.Checked(version);
        return ProposeAsync(member, new ContractVersion(ChainName.Checked(name), version, type, _loader.Keep(assembly, type)), cancellation);
    }

    /// <summary>The contracts with the version that is in force, in order of their names.</summary>
    public IReadOnlyList<ContractVersion> List() => _store.Read(List);

    /// <inheritdoc cref="List()"/>
    public static IReadOnlyList<ContractVersion> List(LedgerReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return [.. reader.Chains("contract/").Select(chain => Versions(reader, chain["contract/".Length..])).Where(static versions => versions.Count > 0).Select(static versions => versions[^1])];
    }

    /// <summary>A contract's approved versions, oldest first; the last one is in force.</summary>
    public IReadOnlyList<ContractVersion> Versions(string contract) => _store.Read(reader => Versions(reader, contract));

    /// <inheritdoc cref="Versions(string)"/>
    public static IReadOnlyList<ContractVersion> Versions(LedgerReader reader, string contract)
    {
        var replay = new ContractReplay(contract);
        replay.Advance(reader);
        return replay.Versions;
    }

    /// <summary>A contract's calls, newest first.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="count">At most so many; null for all.</param>
    public IReadOnlyList<StoredEntry> Calls(string contract, int? count = null) =>
        _store.Read(reader => reader.Query(ChainName.Contract(contract), Invocation.Kind, count: count));

    /// <summary>Calls a contract.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="method">What to do.</param>
    /// <param name="arguments">With what.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="write">The hospital that answers for the call, and the idempotency key: the same call twice is done once.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The call as it stands in the ledger, and where.</returns>
    /// <exception cref="LedgerRejectedException">
    /// The contract's own code; <c>contract.unknown</c>; <c>contract.not-deterministic</c>; <c>contract.failed</c>; <c>idempotency.conflict</c>.
    /// </exception>
    public async ValueTask<(Invocation Call, AppendReceipt Receipt)> InvokeAsync(
        string contract, string method, JsonElement arguments, string caller, WriteContext write, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentException.ThrowIfNullOrEmpty(caller);
        ArgumentNullException.ThrowIfNull(write);
        var signer = _registry.Current.SigningKeyOf(write.Hospital);
        var asked = OrNothing(arguments);
        return await _store.TransactAsync(
            transaction =>
            {
                if (transaction.FindDelivery(write.Hospital.Value, write.IdempotencyKey) is { } before)
                {
                    return (SameCall(transaction, before, contract, method, asked), new AppendReceipt(before.Reference, Duplicate: true));
                }

                var call = Run(transaction, contract, method, asked, caller, transaction.Now);
                var receipt = transaction.Append(new EntryDraft
                {
                    Chain = ChainName.Contract(contract),
                    Kind = Invocation.Kind,
                    Writer = signer,
                    Payload = JsonSerializer.SerializeToUtf8Bytes(call, RecordJson.Options),
                    IdempotencyKey = write.IdempotencyKey,
                    Source = write.Hospital.Value,
                });
                return (call, receipt);
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Asks a contract without changing anything; what it writes is forgotten.</summary>
    /// <inheritdoc cref="InvokeAsync" path="/exception"/>
    public ValueTask<JsonElement?> EvaluateAsync(
        string contract, string method, JsonElement arguments, string caller, CancellationToken cancellation = default) =>
        _store.TransactAsync(transaction => Run(transaction, contract, method, OrNothing(arguments), caller, transaction.Now).Result, cancellation);

    private static JsonElement OrNothing(JsonElement arguments) =>
        arguments.ValueKind == JsonValueKind.Undefined ? JsonSerializer.SerializeToElement(new { }) : arguments;

    private ValueTask<ProposalState> ProposeAsync(string member, ContractVersion version, CancellationToken cancellation)
    {
        ChainName.Checked(version.Name);
        if (Versions(version.Name).Any(known => known.Version == version.Version && known != version))
        {
            throw new LedgerRejectedException("contract.version-exists", $"{version.Name} {version.Version} is approved with other code; give the new code a new version.");
        }

        return _council.ProposeAsync(member, ContractVersion.Kind, ChainName.Contract(version.Name), version, cancellation);
    }

    private Invocation Run(LedgerTransaction transaction, string contract, string method, JsonElement arguments, string caller, NodaTime.Instant now)
    {
        var replay = _replays.GetOrAdd(ChainName.Checked(contract), static name => new ContractReplay(name));
        replay.Advance(transaction);
        if (replay.Versions.Count == 0)
        {
            throw new LedgerRejectedException("contract.unknown", $"The council has approved no contract '{contract}'.");
        }

        var version = replay.Versions[^1];
        var once = RunOnce(replay, version, method, arguments, caller, now);
        var twice = RunOnce(replay, version, method, arguments, caller, now);
        return JsonSerializer.SerializeToUtf8Bytes(once, RecordJson.Options).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(twice, RecordJson.Options))
            ? once
            : throw new LedgerRejectedException("contract.not-deterministic", $"{contract} {version.Version} did two different things in the same situation; nothing was written.");
    }

    private Invocation RunOnce(
        ContractReplay replay, ContractVersion version, string method, JsonElement arguments, string caller, NodaTime.Instant now)
    {
        var state = new CallState(replay.State, now, caller);
        try
        {
            var contract = _loader.Make(version);
            var result = contract.Invoke(method, arguments, state);
            return new Invocation(version.Version, method, arguments, caller, result, state.Writes);
        }
        catch (ContractException e)
        {
            throw new LedgerRejectedException(e.Code, e.Message, $"{version.Name} {version.Version}", e);
        }
        catch (Exception e) when (e is not LedgerException)
        {
            throw new LedgerRejectedException("contract.failed", $"{version.Name} {version.Version} failed in '{method}': {e.Message}", $"{version.Name} {version.Version}", e);
        }
    }

    private static Invocation SameCall(LedgerTransaction transaction, StoredEntry before, string contract, string method, JsonElement arguments)
    {
        var call = before.Header.Kind == Invocation.Kind && before.Header.Chain == ChainName.Contract(contract)
            ? JsonSerializer.Deserialize<Invocation>(transaction.Open(before), RecordJson.Options)
            : null;
        return call is not null && call.Method == method && JsonElement.DeepEquals(call.Arguments, arguments)
            ? call
            : throw new LedgerRejectedException("idempotency.conflict", "The idempotency key was already used for something else.");
    }
}
