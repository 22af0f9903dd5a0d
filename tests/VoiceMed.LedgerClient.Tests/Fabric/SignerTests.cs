using System.Security.Cryptography;
using VoiceMed.LedgerClient.Fabric.Identity;

namespace VoiceMed.LedgerClient.Tests.Fabric;

public class SignerTests
{
    private static readonly byte[] Digest = SHA256.HashData("visit"u8);

    [Theory]
    [InlineData(256)]
    [InlineData(384)]
    public async Task PrivateKeySigner_HundredSignatures_AreAllLowSAndVerify(int bits)
    {
        using var key = NewKey(bits);
        using var signer = PrivateKeySigner.FromPem(key.ExportPkcs8PrivateKeyPem());
        for (var i = 0; i < 100; i++)
        {
            var signature = await signer.SignAsync(Digest, default);
            Assert.True(EcdsaSignature.IsLowS(signature, bits));
            Assert.True(key.VerifyHash(Digest, signature.Span, DSASignatureFormat.Rfc3279DerSequence));
        }
    }

    [Fact]
    public async Task PrivateKeySigner_ManyThreads_SignatureEachVerifies()
    {
        using var key = NewKey(256);
        using var signer = PrivateKeySigner.FromPem(key.ExportECPrivateKeyPem());
        await Parallel.ForAsync(0, 400, async (i, _) =>
        {
            var digest = SHA256.HashData(BitConverter.GetBytes(i));
            var signature = await signer.SignAsync(digest, default);
            lock (key) Assert.True(key.VerifyHash(digest, signature.Span, DSASignatureFormat.Rfc3279DerSequence));
        });
    }

    [Theory]
    [InlineData(SignatureForm.EcdsaConcatenated, DSASignatureFormat.IeeeP1363FixedFieldConcatenation, 256)]
    [InlineData(SignatureForm.EcdsaConcatenated, DSASignatureFormat.IeeeP1363FixedFieldConcatenation, 384)]
    [InlineData(SignatureForm.EcdsaP256Der, DSASignatureFormat.Rfc3279DerSequence, 256)]
    [InlineData(SignatureForm.EcdsaP384Der, DSASignatureFormat.Rfc3279DerSequence, 384)]
    public async Task DelegateSigner_HighSFromAnHsm_IsLoweredAndVerifies(SignatureForm form, DSASignatureFormat format, int bits)
    {
        using var key = NewKey(bits);
        var (lowered, signer) = (0, new DelegateSigner((digest, _) => new(key.SignHash(digest.ToArray(), format)), form));
        for (var i = 0; i < 100; i++)
        {
            var signature = await signer.SignAsync(Digest, default);
            Assert.True(EcdsaSignature.IsLowS(signature, bits));
            Assert.True(key.VerifyHash(Digest, signature.Span, DSASignatureFormat.Rfc3279DerSequence));
            lowered++;
        }
        Assert.Equal(100, lowered);
    }

    [Fact]
    public async Task DelegateSigner_AsIs_PassesThrough()
    {
        var signer = new DelegateSigner((message, _) => new(message), SignatureForm.AsIs);
        Assert.Equal(Digest, (await signer.SignAsync(Digest, default)).ToArray());
    }

    [Fact]
    public void IsLowS_HighS_IsFalse()
    {
        using var key = NewKey(256);
        bool Low() => EcdsaSignature.IsLowS(key.SignHash(Digest, DSASignatureFormat.Rfc3279DerSequence), 256);
        Assert.Contains(false, Enumerable.Range(0, 100).Select(_ => Low())); // .NET lowers nothing by itself: half of these are high
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("30060201010201")]
    [InlineData("3006020101020101ff")]
    public void IsLowS_NoSignature_IsFalse(string hexadecimal) =>
        Assert.False(EcdsaSignature.IsLowS(Convert.FromHexString(hexadecimal), 256));

    [Fact]
    public void EncodeLowS_ZeroOrOtherLength_Throws()
    {
        Assert.Throws<CryptographicException>(() => EcdsaSignature.EncodeLowS(new byte[64]));
        Assert.Throws<CryptographicException>(() => EcdsaSignature.EncodeLowS(new byte[63]));
        Assert.Throws<CryptographicException>(() => EcdsaSignature.EncodeLowS(Enumerable.Repeat((byte)0xFF, 64).ToArray()));
    }

    [Fact]
    public void PrivateKeySigner_OtherCurveOrNoKey_Throws()
    {
        using var key = NewKey(521);
        Assert.Throws<CryptographicException>(() => PrivateKeySigner.FromPem(key.ExportPkcs8PrivateKeyPem()));
        Assert.Throws<CryptographicException>(() => PrivateKeySigner.FromPem("no key here"));
        using var rsa = RSA.Create(2048);
        Assert.Throws<CryptographicException>(() => PrivateKeySigner.FromPem(rsa.ExportPkcs8PrivateKeyPem()));
    }

    [Fact]
    public async Task PrivateKeySigner_EncryptedKey_NeedsItsPassword()
    {
        using var key = NewKey(256);
        var pem = key.ExportEncryptedPkcs8PrivateKeyPem("тайна", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        Assert.Throws<CryptographicException>(() => PrivateKeySigner.FromPem(pem));
        Assert.Throws<CryptographicException>(() => PrivateKeySigner.FromEncryptedPem(pem, "другая"));
        using var signer = PrivateKeySigner.FromEncryptedPem(pem, "тайна");
        Assert.True(EcdsaSignature.IsLowS(await signer.SignAsync(Digest, default), 256));
    }

    [Fact]
    public void FabricIdentity_NoCertificate_Throws() =>
        Assert.Throws<ArgumentException>(() => FabricIdentity.FromPem("Org1MSP", "no certificate"));

    private static ECDsa NewKey(int bits) => ECDsa.Create(bits switch
    {
        256 => ECCurve.NamedCurves.nistP256,
        384 => ECCurve.NamedCurves.nistP384,
        _ => ECCurve.NamedCurves.nistP521,
    });
}
