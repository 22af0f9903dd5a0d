namespace VoiceMed.LedgerClient.Fabric.Identity;

/// <summary>Signs through a function: an HSM, a smart card, a signing service. As thread-safe as that function.</summary>
public sealed class DelegateSigner : ISigner
{
    private readonly Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<ReadOnlyMemory<byte>>> sign;
    private readonly SignatureForm form;

    /// <summary>Wraps a signing function.</summary>
    /// <param name="sign">Takes a digest, gives a signature.</param>
    /// <param name="form">The form the function answers in; ECDSA signatures are encoded and their s lowered here.</param>
    public DelegateSigner(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<ReadOnlyMemory<byte>>> sign, SignatureForm form)
    {
        ArgumentNullException.ThrowIfNull(sign);
        this.sign = sign;
        this.form = form;
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellationToken)
    {
        var signature = await sign(digest, cancellationToken).ConfigureAwait(false);
        return form switch
        {
            SignatureForm.EcdsaConcatenated => EcdsaSignature.EncodeLowS(signature.Span),
            SignatureForm.EcdsaP256Der => EcdsaSignature.LowerDer(signature, 256),
            SignatureForm.EcdsaP384Der => EcdsaSignature.LowerDer(signature, 384),
            _ => signature,
        };
    }
}
