using NodaTime;

namespace VoiceMed.LedgerClient.Browsing;

/// <summary>One block: the entries between two checkpoints, closed by the council's signatures.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Time">When it was closed.</param>
/// <param name="First">The sequence number of its first transaction.</param>
/// <param name="Last">The sequence number of its last transaction; one less than <paramref name="First"/> when it has none.</param>
/// <param name="Root">The Merkle root over all chains' heads, hexadecimal.</param>
/// <param name="Note">The signed checkpoint as one text.</param>
public sealed record BlockView(int Number, Instant Time, long First, long Last, string Root, string Note);
