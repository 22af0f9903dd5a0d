using System.Text.Json.Serialization;

namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>
/// An answer the screen shows. Cards carry data, not layout: dates are ISO 8601, departments, kinds and vital signs are
/// canonical names, and the page writes them out in its language. On the wire the kind of card stands in <c>kind</c>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(VisitsCard), "visits")]
[JsonDerivedType(typeof(DocumentsCard), "documents")]
[JsonDerivedType(typeof(DocumentCard), "document")]
[JsonDerivedType(typeof(VitalsCard), "vitals")]
[JsonDerivedType(typeof(MedicationsCard), "medications")]
[JsonDerivedType(typeof(AllergiesCard), "allergies")]
[JsonDerivedType(typeof(DiagnosesCard), "diagnoses")]
[JsonDerivedType(typeof(LabsCard), "labs")]
[JsonDerivedType(typeof(AccessCard), "access")]
[JsonDerivedType(typeof(ConsentsCard), "consents")]
[JsonDerivedType(typeof(PatientsCard), "patients")]
[JsonDerivedType(typeof(ResourceCard), "resource")]
[JsonDerivedType(typeof(StockCard), "stock")]
[JsonDerivedType(typeof(MessageCard), "message")]
public abstract record Card
{
    /// <summary>The card's identifier within the session; a touch on an item names it.</summary>
    public required string Id { get; init; }

    /// <summary>The answer in a few words, for example "Последние посещения" or "Blood pressure today".</summary>
    public required string Title { get; init; }

    /// <summary>Whose record it is, or null for a card about nobody; the page shows it with the answer.</summary>
    public string? Patient { get; init; }

    /// <summary>One sentence under the title (what is meant, how many there are), or null.</summary>
    public string? Note { get; init; }

    /// <summary>The number of the first item shown, from 1: numbering goes on over pages. Default 1.</summary>
    public int First { get; init; } = 1;

    /// <summary>How many items there are beyond the page; 0 when that makes no sense.</summary>
    public int Total { get; init; }

    /// <summary>The number of the item in focus, or null.</summary>
    public int? Focus { get; init; }

    /// <summary>What proves the answer, or null where the operation has no proof.</summary>
    public CardProof? Proof { get; init; }

    /// <summary>How restricted the answer is: <c>normal</c>, <c>restricted</c> or <c>very-restricted</c>.</summary>
    public string Sensitivity { get; init; } = "normal";
}
