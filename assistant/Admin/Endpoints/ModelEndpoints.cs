namespace VoiceMed.Assistant.Admin.Endpoints;

/// <summary>The models: what is installed, and installing more with progress.</summary>
internal static class ModelEndpoints
{
    public static void MapModels(this WebApplication app, IModelDesk models)
    {
        app.MapGet("/api/models", models.List);
        app.MapPost("/api/models/{id}/install", (string id) => models.BeginInstall(id) ? Results.Accepted() : Results.NotFound());
    }
}
