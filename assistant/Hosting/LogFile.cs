using System.Globalization;
using Serilog;
using Serilog.Core;

namespace VoiceMed.Assistant.Hosting;

/// <summary>The program's log: one file a day under the data folder, kept for 30 days, warnings also on standard error.</summary>
public static class LogFile
{
    /// <summary>Opens the log. Patient data and secrets never reach it: callers log identifiers of turns and codes only.</summary>
    public static Logger Create(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", Serilog.Events.LogEventLevel.Warning)
            .WriteTo.File(
                Path.Combine(data.Logs, "voicemed-.log"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: 30,
                formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.Console(
                restrictedToMinimumLevel: Serilog.Events.LogEventLevel.Warning, standardErrorFromLevel: Serilog.Events.LogEventLevel.Verbose,
                formatProvider: CultureInfo.InvariantCulture)
            .CreateLogger();
    }
}
