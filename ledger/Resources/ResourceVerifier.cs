using NodaTime;
using NodaTime.Text;
using VoiceMed.LedgerClient.Gs1;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Resources;

/// <summary>
/// Decides what a scanned code is worth. The gravest finding wins: recalled, already used, expired; what the registry does not
/// know, or what contradicts it, is unknown, with the reason as a stable code, and never genuine. Immutable.
/// </summary>
/// <param name="product">Finds a product by GTIN.</param>
/// <param name="item">Finds a numbered package by GTIN and serial number.</param>
internal sealed class ResourceVerifier(Func<string, ProductState?> product, Func<string, string, ItemState?> item)
{
    /// <summary>Judges a code.</summary>
    /// <param name="text">The scanned text.</param>
    /// <param name="today">Today, UTC: a package may be used until its expiry day has passed everywhere it is written.</param>
    public ResourceVerdict Verify(string text, LocalDate today)
    {
        Gs1Code code;
        try
        {
            code = Gs1Parser.Parse(text, today);
        }
        catch (Gs1FormatException)
        {
            return Unknown(text, null, [], "not-a-gs1-code");
        }

        if (code.Gtin is null || product(code.Gtin) is not { } known)
        {
            return Unknown(text, null, [], code.Gtin is null ? "gtin-missing" : "product-unknown");
        }

        var package = code.Serial is { } serial ? item(code.Gtin, serial) : null;
        var batch = package?.Registration.Batch ?? code.Batch;
        var expiry = package?.Registration.Expiry ?? (batch is null ? null : known.Batches.GetValueOrDefault(batch)?.Expiry);
        var details = Details(code, known, package, batch, expiry ?? code.Expiry);
        if (known.RecallOf(batch) is { } recall)
        {
            return Verdict("recalled", text, known, [.. details, ("reason", Both(recall.Reason))]);
        }

        if (Contradiction(code, known, package, batch, expiry) is { } contradiction)
        {
            return Unknown(text, known, details, contradiction);
        }

        if (package?.Use is { } use)
        {
            return Verdict("already-used", text, known, [.. details, ("usedBy", use.By), ("usedAt", InstantPattern.General.Format(use.Time))]);
        }

        return Verdict((expiry ?? code.Expiry) < today ? "expired" : "genuine", text, known, details);
    }

    private static string? Contradiction(Gs1Code code, ProductState known, ItemState? package, string? batch, LocalDate? expiry)
    {
        if (known.Registration.Serialized && package is null)
        {
            return code.Serial is null ? "serial-missing" : "serial-unknown";
        }

        if (package is null && (batch is null || !known.Batches.ContainsKey(batch)))
        {
            return batch is null ? "batch-missing" : "batch-unknown";
        }

        if (package?.Registration.Batch is { } registered && code.Batch is { } scanned && registered != scanned)
        {
            return "batch-mismatch";
        }

        return code.Expiry is { } printed && expiry is { } due && printed != due ? "expiry-mismatch" : null;
    }

    private static List<(string Name, string Value)> Details(Gs1Code code, ProductState known, ItemState? package, string? batch, LocalDate? expiry)
    {
        var details = new List<(string, string)>
        {
            ("gtin", code.Gtin!),
            ("category", known.Registration.Category),
            ("maker", Both(known.Registration.Maker)),
        };
        AddIf("batch", batch);
        AddIf("serial", code.Serial);
        AddIf("expiry", expiry is { } day ? LocalDatePattern.Iso.Format(day) : null);
        AddIf("owners", package is null ? null : string.Join(" → ", package.Owners));
        return details;

        void AddIf(string name, string? value)
        {
            if (value is not null)
            {
                details.Add((name, value));
            }
        }
    }

    private static string Both(BilingualText text) =>
        text.In("ru") == text.In("en") ? text.In("ru") : $"{text.In("ru")} / {text.In("en")}";

    private static ResourceVerdict Unknown(string text, ProductState? known, IReadOnlyList<(string, string)> details, string reason) =>
        Verdict("unknown", text, known, [.. details, ("reason", reason)]);

    private static ResourceVerdict Verdict(string status, string text, ProductState? known, IReadOnlyList<(string Name, string Value)> details) =>
        new(status, text, known?.Registration.Name, details.ToDictionary(d => d.Name, d => d.Value));
}
