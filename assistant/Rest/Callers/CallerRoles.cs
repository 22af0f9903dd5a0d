namespace VoiceMed.Assistant.Rest.Callers;

/// <summary>The roles the interface itself knows; clinical roles are the law's business.</summary>
internal static class CallerRoles
{
    /// <summary>A hospital's information system.</summary>
    public const string System = "system";

    /// <summary>A home device.</summary>
    public const string Device = "device";

    /// <summary>Runs the house of one hospital.</summary>
    public const string Admin = "admin";

    /// <summary>Watches over the ledger.</summary>
    public const string Auditor = "auditor";

    /// <summary>A hospital's manager: who holds the key the hospital writes with.</summary>
    public const string Manager = "manager";

    /// <summary>A member of the council: who holds the member's key.</summary>
    public const string Council = "council";
}
