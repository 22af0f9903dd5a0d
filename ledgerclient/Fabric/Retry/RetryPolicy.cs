using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Fabric.Retry;

/// <summary>
/// The retry law of a clinical client. Evaluating and endorsing change nothing and may be repeated freely. A transaction that was submitted
/// is never made anew before its own outcome is known; until then only the very same one is handed over again, which the ledger recognises
/// by its id. Only a conflict (another transaction changed first what this one read) allows a fresh proposal. Thread-safe.
/// </summary>
internal sealed class RetryPolicy(RetryOptions options, TimeProvider timeProvider)
{
    private readonly Backoff backoff = new(options.FirstPause, options.LongestPause);

    public async Task<ReadOnlyMemory<byte>> EvaluateAsync(Func<Proposal> propose, CancellationToken cancellationToken)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                return await propose().EvaluateAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (GatewayException failure) when (failure.IsTransient && failures + 1 < options.MaxAttempts)
            {
                await PauseAsync(failures, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public async Task<SubmitResult> SubmitAsync(Func<Proposal> propose, CancellationToken cancellationToken)
    {
        for (var conflicts = 0; ; conflicts++)
        {
            var transaction = await EndorseAsync(propose, cancellationToken).ConfigureAwait(false);
            var status = await SettleAsync(transaction, cancellationToken).ConfigureAwait(false);
            if (status.IsSuccessful) return new SubmitResult(transaction.Result, status);
            var invalid = new CommitException(status.TransactionId, status.Code, status.BlockNumber);
            if (!invalid.IsConflict || conflicts + 1 >= options.MaxConflictAttempts) throw invalid;
            await PauseAsync(conflicts, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Transaction> EndorseAsync(Func<Proposal> propose, CancellationToken cancellationToken)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                return await propose().EndorseAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (EndorseException failure) when (MayEndorseAgain(failure) && failures + 1 < options.MaxAttempts)
            {
                await PauseAsync(failures, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // From the first hand-over on, this transaction is followed to its end: there is no way out of here to a second transaction.
    private async Task<CommitStatus> SettleAsync(Transaction transaction, CancellationToken cancellationToken)
    {
        var submitted = await transaction.PrepareSubmittedAsync(cancellationToken).ConfigureAwait(false);
        var started = timeProvider.GetTimestamp();
        var mayBeOrdered = false;
        for (var failures = 0; ; failures++)
        {
            Exception? cause;
            var accepted = false;
            try
            {
                await transaction.SendAsync(cancellationToken).ConfigureAwait(false);
                (accepted, mayBeOrdered, cause) = (true, true, null);
            }
            catch (SubmitException refused) when (!mayBeOrdered && IsCertainlyNotOrdered(refused) && !refused.NotProcessed)
            {
                throw;
            }
            catch (SubmitException doubtful)
            {
                mayBeOrdered |= !doubtful.NotProcessed;
                cause = doubtful;
            }

            var left = options.OutcomeTimeout - timeProvider.GetElapsedTime(started);
            if (mayBeOrdered && left > TimeSpan.Zero)
            {
                var wait = accepted || left < options.DoubtTimeout ? left : options.DoubtTimeout;
                try
                {
                    var status = await submitted.GetStatusAsync(wait, cancellationToken).ConfigureAwait(false);
                    // The verdict on a second copy says only that the first one is in the ledger; the next question finds that one.
                    if (status.Code != TransactionValidationCode.DuplicateTransactionId) return status;
                }
                catch (CommitStatusException unanswered)
                {
                    cause = unanswered;
                }
                left = options.OutcomeTimeout - timeProvider.GetElapsedTime(started);
            }
            if (left <= TimeSpan.Zero)
            {
                if (!mayBeOrdered && cause is SubmitException neverSent) throw neverSent;
                throw new OutcomeUnknownException(transaction.TransactionId, submitted.ToBytes(), cause);
            }
            await PauseAsync(failures, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task PauseAsync(int failures, CancellationToken cancellationToken) =>
        Task.Delay(backoff.Next(failures), timeProvider, cancellationToken);

    // Peers that disagree, or a chaincode that died, may be in step again a moment later.
    private static bool MayEndorseAgain(EndorseException failure) =>
        failure.IsTransient || failure.Family == GatewayErrorFamily.EndorsementFailed;

    private static bool IsCertainlyNotOrdered(SubmitException failure) => failure.StatusCode is GrpcStatusCode.Aborted
        or GrpcStatusCode.InvalidArgument or GrpcStatusCode.FailedPrecondition or GrpcStatusCode.PermissionDenied
        or GrpcStatusCode.Unauthenticated or GrpcStatusCode.Unimplemented or GrpcStatusCode.NotFound;
}
