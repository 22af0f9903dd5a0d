using Serilog;
using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.Screen;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Assistant.Hosting;

/// <summary>
/// Takes up voiceprints and doctors as commands in another process change them while the server runs: who was suspended or removed opens
/// nothing from then on.
/// </summary>
/// <param name="host">The composed program.</param>
/// <param name="screens">Its open sessions.</param>
public sealed class DoctorWatcher(AssistantHost host, LiveScreens screens) : SettledWatcher(host.Time)
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Folder, string Filter, bool Deep)> Watched =>
    [
        (Directory.CreateDirectory(host.Voiceprints.Folder).FullName, VoiceprintStore.Files, false),
        (Path.GetDirectoryName(host.Data.Doctors)!, Path.GetFileName(host.Data.Doctors), false),
    ];

    /// <inheritdoc/>
    protected override string Unwatched => "The voiceprints cannot be watched, restart the server after commands that change them";

    /// <summary>
    /// Takes up what has changed. Sessions compare with the voices they began with: all begin anew when somebody may do less than before, and those
    /// where nobody is at work when somebody is new. Their screens come back by themselves.
    /// </summary>
    /// <exception cref="VoiceprintStoreException">The voiceprints cannot be opened; all stays as it was.</exception>
    /// <returns>What has changed.</returns>
    public static DoctorChange TakeUp(AssistantHost host, LiveScreens screens)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(screens);
        var change = host.ReloadDoctors();
        foreach (var screen in change == DoctorChange.None ? [] : screens.Snapshot()
            .Where(screen => change == DoctorChange.Less || screen.Speaker is null || screen.State is ScreenState.Asleep or ScreenState.Locked))
        {
            _ = screens.EndAsync(screen.Session).AsTask();
        }

        return change;
    }

    /// <inheritdoc/>
    protected override async Task ChangedAsync(CancellationToken stopping)
    {
        try
        {
            if (TakeUp(host, screens) != DoctorChange.None)
            {
                await host.LinkDoctorsAsync(stopping).ConfigureAwait(false);
            }
        }
        catch (VoiceprintStoreException e)
        {
            Log.Error("The voiceprints could not be read again, the former ones stay in force: {Trouble}", e.Message);
        }
        catch (LedgerException e)
        {
            Log.Error("Accounts of new doctors could not be made, which is tried again when the server next starts: {Trouble}", e.Message);
        }
    }
}
