namespace VoiceMed.Ledger.Resources.Events;

/// <summary>How a quantity moves.</summary>
public enum StockMovement
{
    /// <summary>Comes in.</summary>
    Received,

    /// <summary>Is promised, and may not be given to others.</summary>
    Reserved,

    /// <summary>Is no longer promised.</summary>
    Released,

    /// <summary>Is given to a patient, from what is promised first.</summary>
    Dispensed,

    /// <summary>Is passed to another organisation.</summary>
    Sent,

    /// <summary>Is lost, broken or expired.</summary>
    WrittenOff,
}
