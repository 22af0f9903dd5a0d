using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VoiceMed.Ledger.Tests.Storage;

/// <summary>
/// A SQLite VFS that fails on purpose: it passes everything on to the system's VFS, and lets the n-th write or flush fail. The
/// layout of the structures is SQLite's (sqlite3.h: sqlite3_vfs version 3, sqlite3_io_methods version 3).
/// </summary>
internal static unsafe partial class FaultyStorage
{
    /// <summary>The name to give to <c>LedgerOptions.Vfs</c>.</summary>
    public const string Name = "voicemed-faulty";

    /// <summary>SQLITE_FULL: no space is left.</summary>
    public const int Full = 13;

    /// <summary>SQLITE_IOERR_WRITE.</summary>
    public const int WriteError = 778;

    /// <summary>SQLITE_IOERR_FSYNC.</summary>
    public const int FlushError = 1034;

    private const int VfsSize = 168;
    private const int NameAt = 24;
    private const int OpenAt = 40;
    private const int MethodsSize = 152;
    private const int WriteAt = 24;
    private const int SyncAt = 40;

    // SQLite has one table of methods for its main file and another for the log.
    private static readonly ConcurrentDictionary<nint, nint> Methods = new();

    private static nint _system;
    private static delegate* unmanaged[Cdecl]<nint, nint, nint, int, nint, int> _open;
    private static delegate* unmanaged[Cdecl]<nint, nint, int, long, int> _write;
    private static delegate* unmanaged[Cdecl]<nint, int, int> _sync;
    private static int _countdown;
    private static int _error;

    /// <summary>Makes the VFS known to SQLite. Twice does no harm.</summary>
    public static void Register()
    {
        SQLitePCL.Batteries_V2.Init();
        if (_system != 0)
        {
            return;
        }

        var system = Find(0);
        var copy = Marshal.AllocHGlobal(VfsSize);
        Buffer.MemoryCopy((void*)system, (void*)copy, VfsSize, VfsSize);
        Marshal.WriteIntPtr(copy + NameAt, Marshal.StringToCoTaskMemUTF8(Name));
        _open = (delegate* unmanaged[Cdecl]<nint, nint, nint, int, nint, int>)Marshal.ReadIntPtr(system + OpenAt);
        Marshal.WriteIntPtr(copy + OpenAt, (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint, int, nint, int>)&Open);
        _system = system;
        if (Register(copy, 0) != 0)
        {
            throw new InvalidOperationException("SQLite did not take the VFS.");
        }
    }

    /// <summary>Lets the n-th write or flush from now on fail, and every later one too; 0 lets none fail.</summary>
    public static void FailFrom(int operation, int error)
    {
        Volatile.Write(ref _error, error);
        Volatile.Write(ref _countdown, operation);
    }

    /// <summary>True when an operation has failed since <see cref="FailFrom"/>.</summary>
    public static bool HasFailed => Volatile.Read(ref _countdown) < 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(nint vfs, nint name, nint file, int flags, nint outFlags)
    {
        var result = _open(_system, name, file, flags, outFlags);
        var methods = Marshal.ReadIntPtr(file);
        if (methods == 0)
        {
            return result;
        }

        Marshal.WriteIntPtr(file, Methods.GetOrAdd(methods, static original =>
        {
            var copy = Marshal.AllocHGlobal(MethodsSize);
            Buffer.MemoryCopy((void*)original, (void*)copy, MethodsSize, MethodsSize);
            _write = (delegate* unmanaged[Cdecl]<nint, nint, int, long, int>)Marshal.ReadIntPtr(original + WriteAt);
            _sync = (delegate* unmanaged[Cdecl]<nint, int, int>)Marshal.ReadIntPtr(original + SyncAt);
            Marshal.WriteIntPtr(copy + WriteAt, (nint)(delegate* unmanaged[Cdecl]<nint, nint, int, long, int>)&Write);
            Marshal.WriteIntPtr(copy + SyncAt, (nint)(delegate* unmanaged[Cdecl]<nint, int, int>)&Sync);
            return copy;
        }));
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(nint file, nint bytes, int count, long at) => Fails() ? Volatile.Read(ref _error) : _write(file, bytes, count, at);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(nint file, int flags) => Fails() ? (Volatile.Read(ref _error) == Full ? Full : FlushError) : _sync(file, flags);

    private static bool Fails()
    {
        var left = Volatile.Read(ref _countdown);
        if (left < 0)
        {
            return true;
        }

        if (left == 0)
        {
            return false;
        }

        // The last one counted goes straight below zero: 0 means that nothing is to fail.
        Volatile.Write(ref _countdown, left == 1 ? -1 : left - 1);
        return left == 1;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nint Find(nint name);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Register(nint vfs, int makeDefault);
}
