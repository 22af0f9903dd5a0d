using System.Security.Cryptography;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Fabric.Retry;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>A contract on a channel: its transaction functions can be evaluated (asked) and submitted (made to take effect). Thread-safe.</summary>
public sealed class Contract
{
    private readonly GatewayClient client;
    private readonly SigningIdentity signing;
    private readonly string channelName;

    internal Contract(GatewayClient client, SigningIdentity signing, string channelName, string chaincodeName, string? contractName)
    {
        this.client = client;
        this.signing = signing;
        this.channelName = channelName;
        ChaincodeName = chaincodeName;
        ContractName = contractName;
    }

    /// <summary>Name of the chaincode.</summary>
    public string ChaincodeName { get; }

    /// <summary>Name of the contract in the chaincode; null for its default contract.</summary>
    public string? ContractName { get; }

    /// <summary>Asks one peer and leaves no trace on the ledger.</summary>
    /// <param name="transactionName">The transaction function.</param>
    /// <param name="options">Arguments, transient data and target organisations; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the function returned.</returns>
    /// <exception cref="GatewayException">The peer or the chaincode refused, or could not be reached.</exception>
    public Task<ReadOnlyMemory<byte>> EvaluateAsync(
        string transactionName, ProposalOptions? options = null, CancellationToken cancellationToken = default) =>
        NewProposal(transactionName, options).EvaluateAsync(cancellationToken);

    /// <summary>Has a transaction endorsed, ordered and committed.</summary>
    /// <param name="transactionName">The transaction function.</param>
    /// <param name="options">Arguments, transient data and endorsing organisations; null for none.</param>
    /// <param name="cancellationToken">Gives up waiting; what was submitted may still be committed.</param>
    /// <returns>What the function returned.</returns>
    /// <exception cref="EndorseException">It was not endorsed; nothing was ordered.</exception>
    /// <exception cref="SubmitException">It did not reach the orderers for sure.</exception>
    /// <exception cref="CommitStatusException">Its outcome is unknown.</exception>
    /// <exception cref="CommitException">It stands in a block and is invalid.</exception>
    public async Task<ReadOnlyMemory<byte>> SubmitAsync(
        string transactionName, ProposalOptions? options = null, CancellationToken cancellationToken = default)
    {
        var submitted = await SubmitWithoutWaitAsync(transactionName, options, cancellationToken).ConfigureAwait(false);
        var status = await submitted.GetStatusAsync(cancellationToken).ConfigureAwait(false);
        status.ThrowUnlessSuccessful();
        return submitted.Result;
    }

    /// <summary>Has a transaction endorsed and ordered, and returns before it is committed.</summary>
    /// <param name="transactionName">The transaction function.</param>
    /// <param name="options">Arguments, transient data and endorsing organisations; null for none.</param>
    /// <param name="cancellationToken">Gives up; what was submitted may still be committed.</param>
    /// <returns>The submitted transaction, whose status is to be asked.</returns>
    /// <exception cref="EndorseException">It was not endorsed; nothing was ordered.</exception>
    /// <exception cref="SubmitException">It did not reach the orderers for sure.</exception>
    public async Task<SubmittedTransaction> SubmitWithoutWaitAsync(
        string transactionName, ProposalOptions? options = null, CancellationToken cancellationToken = default)
    {
        var transaction = await NewProposal(transactionName, options).EndorseAsync(cancellationToken).ConfigureAwait(false);
        return await transaction.SubmitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Evaluates, and again after a pause while peers are unreachable, overloaded or too slow.</summary>
    /// <param name="transactionName">The transaction function.</param>
    /// <param name="options">Arguments, transient data and target organisations; null for none.</param>
    /// <param name="retry">How long to keep trying; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the function returned.</returns>
    /// <exception cref="GatewayException">The peer or the chaincode refused, or could not be reached to the last.</exception>
    public Task<ReadOnlyMemory<byte>> EvaluateWithRetryAsync(
        string transactionName, ProposalOptions? options = null, RetryOptions? retry = null, CancellationToken cancellationToken = default) =>
        Policy(retry).EvaluateAsync(() => NewProposal(transactionName, options), cancellationToken);

    /// <summary>
    /// Submits and follows the transaction until its outcome is certain. Endorsing is repeated freely; a submitted transaction is never made
    /// anew before its own outcome is known; after a read conflict a fresh proposal is made, with random pauses and up to a limit.
    /// </summary>
    /// <param name="transactionName">The transaction function.</param>
    /// <param name="options">Arguments, transient data and endorsing organisations; null for none.</param>
    /// <param name="retry">How long to keep trying; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up waiting; what was submitted may still be committed.</param>
    /// <returns>What the function returned, and where the transaction stands.</returns>
    /// <exception cref="EndorseException">It was not endorsed; nothing was ordered.</exception>
    /// <exception cref="SubmitException">The orderers refused it or never got it; nothing was ordered.</exception>
    /// <exception cref="CommitException">It stands in a block and is invalid.</exception>
    /// <exception cref="OutcomeUnknownException">It was handed over and its outcome could not be learnt in time.</exception>
    public Task<SubmitResult> SubmitWithRetryAsync(
        string transactionName, ProposalOptions? options = null, RetryOptions? retry = null, CancellationToken cancellationToken = default) =>
        Policy(retry).SubmitAsync(() => NewProposal(transactionName, options), cancellationToken);

    /// <summary>Prepares a proposal with a nonce and a transaction id of its own, for step-by-step submission or offline signing.</summary>
    /// <param name="transactionName">The transaction function.</param>
    /// <param name="options">Arguments, transient data and endorsing organisations; null for none.</param>
    /// <returns>The proposal; nothing is sent yet.</returns>
    public Proposal NewProposal(string transactionName, ProposalOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(transactionName);
        Span<byte> nonce = stackalloc byte[ProposalBuilder.NonceBytes];
        RandomNumberGenerator.Fill(nonce);
        return NewProposal(transactionName, options ?? new ProposalOptions(), client.Options.TimeProvider.GetUtcNow(), nonce);
    }

    internal Proposal NewProposal(string transactionName, ProposalOptions options, DateTimeOffset timestamp, ReadOnlySpan<byte> nonce)
    {
        var qualified = ContractName is null ? transactionName : $"{ContractName}:{transactionName}";
        var message = ProposalBuilder.Build(signing.Identity, channelName, ChaincodeName, qualified, options, timestamp, nonce);
        return new Proposal(client, signing, channelName, message);
    }

    private RetryPolicy Policy(RetryOptions? retry) => new(retry ?? new RetryOptions(), client.Options.TimeProvider);
}
