using System.Security.Cryptography.X509Certificates;
using VoiceMed.LedgerClient.Fabric.Profile;

namespace VoiceMed.LedgerClient.Fabric.Blocks;

/// <summary>What has to hold of a block and of a transaction in it, by the certificate authorities the client itself trusts. Thread-safe.</summary>
internal sealed class BlockCheck
{
    private readonly TrustedOrganizations peers;
    private readonly TrustedOrganizations orderers;
    private readonly string channel;

    /// <exception cref="ConnectionProfileException">The profile names no organisation or no orderers.</exception>
    public BlockCheck(ConnectionProfile profile)
    {
        if (profile.Organizations.Count == 0 || profile.Orderers.Count == 0)
            throw new ConnectionProfileException("the connection profile names no \"organizations\" or no \"orderers\": nothing could be proved");
        channel = profile.Channel;
        Endorsements = profile.Endorsements == 0 ? profile.Organizations.Count : profile.Endorsements;
        peers = new TrustedOrganizations(Read(profile.Organizations), "peer");
        orderers = new TrustedOrganizations(Read(profile.Orderers), "orderer");
    }

    /// <summary>How many organisations must have endorsed.</summary>
    public int Endorsements { get; }

    /// <summary>What is wrong with a block, in half a sentence; null when nothing is.</summary>
    public string? FaultOf(FabricBlock block)
    {
        if (!block.DataMatchesHeader) return $"the transactions of block {block.Number} are not those its header was made for";
        return block.SignedBy(orderers).Count == 0 ? $"no trusted orderer signed block {block.Number}" : null;
    }

    /// <summary>What is wrong with a transaction, in half a sentence; null when nothing is.</summary>
    public string? FaultOf(BlockTransaction transaction)
    {
        // A block's header names no channel: the orderers may serve several, with the same organisations and the same chaincode.
        if (transaction.Channel != channel) return "the record's transaction is of another channel";
        if (transaction.Code != TransactionValidationCode.Valid) return $"the record's transaction is invalid: {transaction.Code}";
        if (!transaction.ResultBelongsToCall) return "the endorsed result belongs to another call";
        var organisations = transaction.EndorsedBy(peers).Count;
        return organisations < Endorsements ? $"{organisations} of {Endorsements} organisations endorsed the record's transaction" : null;
    }

    /// <summary>What is wrong with the transaction an entry of a block stands for, in half a sentence; null when nothing is.</summary>
    public string? FaultOf(FabricBlock block, BlockEntry entry)
    {
        try
        {
            return FaultOf(block.At(entry.Place));
        }
        catch (FormatException)
        {
            return "it cannot be read";
        }
    }

    private static Dictionary<string, IReadOnlyList<X509Certificate2>> Read(IReadOnlyDictionary<string, IReadOnlyList<string>> files) =>
        files.ToDictionary(pair => pair.Key, pair => FabricConnection.ReadCertificates(pair.Value), StringComparer.Ordinal);
}
