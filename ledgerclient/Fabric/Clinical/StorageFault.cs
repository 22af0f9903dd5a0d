using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>Says what a disk that refuses means for the ledger.</summary>
internal static class StorageFault
{
    /// <summary>The code of such a fault.</summary>
    public const string Code = "storage.failed";

    /// <summary>Works on a folder.</summary>
    /// <exception cref="LedgerUnavailableException">The folder cannot be used: code <c>storage.failed</c>.</exception>
    public static T Translate<T>(string folder, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (IsOne(fault))
        {
            throw Of(folder, fault);
        }
    }

    /// <inheritdoc cref="Translate{T}(string, Func{T})"/>
    public static async Task<T> TranslateAsync<T>(string folder, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception fault) when (IsOne(fault))
        {
            throw Of(folder, fault);
        }
    }

    /// <inheritdoc cref="Translate{T}(string, Func{T})"/>
    public static Task TranslateAsync(string folder, Func<Task> work) => TranslateAsync(folder, async () =>
    {
        await work().ConfigureAwait(false);
        return true;
    });

    private static bool IsOne(Exception fault) => fault is IOException or UnauthorizedAccessException;

    private static LedgerUnavailableException Of(string folder, Exception fault) =>
        new(Code, $"The vault's folder {folder} cannot be used ({fault.Message}); check its owner and the free space, then ask again.", fault);
}
