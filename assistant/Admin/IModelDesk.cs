namespace VoiceMed.Assistant.Admin;

/// <summary>The recognition and speaker models as the admin sees them. Thread-safe.</summary>
public interface IModelDesk
{
    /// <summary>Every model of the catalogue with its present state.</summary>
    IReadOnlyList<ModelStatus> List();

    /// <summary>Begins to install a model; what becomes of it shows in <see cref="List"/>. A model that is being installed already goes on.</summary>
    /// <param name="id">The model's identifier.</param>
    /// <returns>False when the catalogue has no such model or it cannot be downloaded.</returns>
    bool BeginInstall(string id);
}
