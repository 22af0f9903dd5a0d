using System.Runtime.CompilerServices;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Fabric.Retry;

namespace VoiceMed.LedgerClient.Fabric.Events;

/// <summary>Listens on, across lost connections. The official clients leave this to their users (fabric-gateway issues 261 and 362).</summary>
internal sealed class EventFollower(
    Network network, string chaincodeName, ICheckpointer checkpointer, EventOptions options, TimeProvider timeProvider)
{
    private const int FailuresUntilGivingUp = 10;

    private static readonly Backoff Pause = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30));

    // What was handed out but not checkpointed yet must not come twice within one listening either.
    private EventCheckpoint handedOut;

    public async IAsyncEnumerable<ChaincodeEvent> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        handedOut = checkpointer.Current;
        var failures = 0;
        while (true)
        {
            var from = options with { Checkpoint = handedOut };
            await using var events = network.GetChaincodeEventsAsync(chaincodeName, from, cancellationToken)
                .ConfigureAwait(false).GetAsyncEnumerator();
            while (await MoveNextAsync(events).ConfigureAwait(false))
            {
                failures = 0;
                handedOut = new EventCheckpoint(events.Current.BlockNumber, events.Current.TransactionId);
                yield return events.Current;
            }
            await Task.Delay(Pause.Next(failures++), timeProvider, cancellationToken).ConfigureAwait(false);
        }

        async ValueTask<bool> MoveNextAsync(ConfiguredCancelableAsyncEnumerable<ChaincodeEvent>.Enumerator events)
        {
            try
            {
                return await events.MoveNextAsync();
            }
            catch (GatewayException lost) when (MayComeBack(lost, failures))
            {
                return false;
            }
        }
    }

    // An outage may last for days. A peer that keeps sending what cannot be read is another matter: somebody has to hear of it.
    private static bool MayComeBack(GatewayException lost, int failures) => lost.Family switch
    {
        GatewayErrorFamily.Unavailable or GatewayErrorFamily.TimedOut => true,
        GatewayErrorFamily.Denied or GatewayErrorFamily.Misconfigured or GatewayErrorFamily.ChaincodeRefused => false,
        _ => failures < FailuresUntilGivingUp,
    };
}
