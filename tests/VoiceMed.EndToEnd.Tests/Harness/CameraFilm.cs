using System.Text;
using QRCoder;

namespace VoiceMed.EndToEnd.Tests.Harness;

/// <summary>A film for chromium's fake camera that shows one QR code (YUV4MPEG2, 4:2:0).</summary>
public static class CameraFilm
{
    private const int Width = 640;
    private const int Height = 480;

    public static async Task<string> WriteAsync(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var scale = 440 / modules.Count;
        var luma = new byte[Width * Height];
        Array.Fill(luma, (byte)235);
        for (var y = 0; y < modules.Count * scale; y++)
        {
            for (var x = 0; x < modules.Count * scale; x++)
            {
                luma[((y + 10) * Width) + x + 90] = modules[y / scale][x / scale] ? (byte)16 : (byte)235;
            }
        }

        var chroma = new byte[Width * Height / 2];
        Array.Fill(chroma, (byte)128);
        var path = Path.Combine(Path.GetTempPath(), $"voicemed-{Guid.NewGuid():N}.y4m");
        await using var file = File.Create(path);
        await file.WriteAsync(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420jpeg\n"));
        for (var frame = 0; frame < 10; frame++)
        {
            await file.WriteAsync("FRAME\n"u8.ToArray());
            await file.WriteAsync(luma);
            await file.WriteAsync(chroma);
        }

        return path;
    }
}
