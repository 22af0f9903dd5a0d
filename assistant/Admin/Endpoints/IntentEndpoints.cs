using VoiceMed.Nlu.Packs;

namespace VoiceMed.Assistant.Admin.Endpoints;

/// <summary>The intent packs: what is covered in which language, what is wrong, and loading them anew.</summary>
internal static class IntentEndpoints
{
    public static void MapIntents(this WebApplication app, PackStore packs)
    {
        app.MapGet("/api/intents", () => Describe(packs));
        app.MapPost("/api/intents/reload", async (CancellationToken cancellation) =>
        {
            var diff = await packs.ReloadAsync(cancellation).ConfigureAwait(false);
            return new { diff.Added, diff.Removed, diff.Changed, diff.SetAside, intents = Describe(packs) };
        });
    }

    private static object Describe(PackStore packs)
    {
        var set = packs.Current;
        return new
        {
            languages = set.Languages.Order(StringComparer.Ordinal),
            intents = set.Intents.Values.OrderBy(intent => intent.Id, StringComparer.Ordinal).Select(intent => new
            {
                intent.Id,
                sensitivity = intent.Sensitivity.ToString(),
                hints = set.Languages.ToDictionary(language => language, language => set.Hint(intent.Id, language)),
            }),
            messages = packs.Messages.Select(message => new { severity = message.Severity.ToString(), text = message.ToString() }),
        };
    }
}
