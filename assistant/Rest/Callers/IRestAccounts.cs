namespace VoiceMed.Assistant.Rest.Callers;

/// <summary>Finds the accounts whose keys sign tokens. Implementations are thread-safe and answer with the ledger's present state.</summary>
public interface IRestAccounts
{
    /// <summary>The account, or null when there is none.</summary>
    RestAccount? Find(string account);
}
