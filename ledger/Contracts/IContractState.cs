using NodaTime;

namespace VoiceMed.Ledger.Contracts;

/// <summary>A contract's state during one call. What is put is seen by the same call, and by others once the call is in the ledger. Not thread-safe.</summary>
public interface IContractState
{
    /// <summary>The moment of the call, the same however often it is run.</summary>
    Instant Now { get; }

    /// <summary>Who calls: an account or a key.</summary>
    string Caller { get; }

    /// <summary>The value of a key, or null.</summary>
    string? Get(string key);

    /// <summary>Sets the value of a key.</summary>
    void Put(string key, string value);

    /// <summary>Removes a key.</summary>
    void Remove(string key);

    /// <summary>The keys that begin with a prefix, in order of their characters' codes.</summary>
    IReadOnlyList<string> Keys(string prefix);
}
