#!/bin/bash
# Starts one orderer (etcdraft), two organisations with one peer each, one channel and VoiceMed's chaincode as a
# service, all on loopback, without Docker. A lab with throw-away keys, never for patients' data. docs/fabric.md explains it.
#   on PATH        peer, orderer, osnadmin, configtxgen, cryptogen (2.4.9), node, tar
#   FABRIC_CFG     the folder that holds core.yaml and orderer.yaml of that release
#   WORK           a new or empty folder for keys, ledgers, logs and process ids
#   VOICEMED_RETENTION_YEARS   how long the chaincode keeps a record; default here 0, so that erasure can be tried
#   CHAINCODE_DIR  the built chaincode; default the folder above, after `npm ci && npm run build`
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
: "${FABRIC_CFG:?set FABRIC_CFG to the folder with core.yaml and orderer.yaml}"
: "${WORK:?set WORK to a new or empty folder}"
: "${CHAINCODE_DIR:=$HERE/..}"
export VOICEMED_RETENTION_YEARS=${VOICEMED_RETENTION_YEARS:-0}
. "$HERE/settings.sh"

fail() { echo "up.sh: $*" >&2; exit 1; }
step() { echo "[$(date +%T)] $*"; }

for tool in peer orderer osnadmin configtxgen cryptogen node tar; do
    command -v "$tool" > /dev/null || fail "$tool is not on PATH"
done
for file in core.yaml orderer.yaml; do
    [ -f "$FABRIC_CFG/$file" ] || fail "FABRIC_CFG has no $file"
done
[ -f "$CHAINCODE_DIR/node_modules/fabric-shim/cli.js" ] || fail "run 'npm ci && npm run build' in CHAINCODE_DIR first"
mkdir -p "$WORK"
[ -z "$(ls -A "$WORK")" ] || fail "WORK is not empty; run down.sh with PURGE=1 or name another folder"
WORK=$(cd "$WORK" && pwd)
FABRIC_CFG=$(cd "$FABRIC_CFG" && pwd)
CHAINCODE_DIR=$(cd "$CHAINCODE_DIR" && pwd)
mkdir -p "$WORK"/{run,log,orderer,package}

port_is_open() { (exec 3<> "/dev/tcp/$HOST/$1") 2> /dev/null; }

ports="$ORDERER_PORT $ORDERER_ADMIN_PORT $ORDERER_OPS_PORT"
for org in 1 2; do
    for what in peer chaincode-listen ops chaincode; do ports="$ports $(port_of $org $what)"; done
done
for port in $ports; do
    if port_is_open "$port"; then fail "port $port is in use"; fi
done

finished=0
on_exit() {
    if [ "$finished" = 0 ]; then
        echo "up.sh: failed; the logs are in WORK/log; ending what was started" >&2
        WORK=$WORK PURGE=0 "$HERE/down.sh" >&2
    fi
}
trap on_exit EXIT

# spawn NAME COMMAND... : runs it in the background in its own session, with its log and its id on file; names sort in starting order.
spawn() {
    local name=$1
    shift
    setsid "$@" > "$WORK/log/$name.log" 2>&1 < /dev/null &
    local pid=$!
    sleep 0.3
    echo "$pid $(started_at "$pid")" > "$WORK/run/$name.pid"
}

# wait_for_port PORT NAME : until it listens, or the process ends, or 30 s.
wait_for_port() {
    local pid start
    read -r pid start < "$WORK/run/$2.pid"
    for _ in $(seq 150); do
        if port_is_open "$1"; then return 0; fi
        kill -0 "$pid" 2> /dev/null || { tail -n 5 "$WORK/log/$2.log" >&2; fail "$2 ended"; }
        sleep 0.2
    done
    fail "$2 does not listen on $1"
}

# try_for SECONDS COMMAND... : repeats it until it succeeds; its last words are shown when it never does.
try_for() {
    local end=$((SECONDS + $1))
    shift
    until "$@" > "$WORK/log/last-try.log" 2>&1; do
        if [ "$SECONDS" -ge "$end" ]; then cat "$WORK/log/last-try.log" >&2; return 1; fi
        sleep 0.5
    done
}

CRYPTO=$WORK/crypto
ORDERER_HOME=$CRYPTO/ordererOrganizations/council.test
ORDERER_NODE=$ORDERER_HOME/orderers/orderer0.council.test
ORDERER_CA=$ORDERER_NODE/tls/ca.crt
ORDERER_ADMIN=$ORDERER_HOME/users/Admin@council.test

peer_node() { echo "$CRYPTO/peerOrganizations/org$1.test/peers/peer0.org$1.test"; }
user_msp() { echo "$CRYPTO/peerOrganizations/org$1.test/users/$2@org$1.test/msp"; }

# as USER ORG COMMAND... : the peer command line as that user of that organisation, against its own peer.
as() {
    local user=$1 org=$2
    shift 2
    env FABRIC_CFG_PATH="$FABRIC_CFG" FABRIC_LOGGING_SPEC=warn \
        CORE_PEER_TLS_ENABLED=true \
        CORE_PEER_TLS_ROOTCERT_FILE="$(peer_node "$org")/tls/ca.crt" \
        CORE_PEER_ADDRESS="$HOST:$(port_of "$org" peer)" \
        CORE_PEER_LOCALMSPID="Org${org}MSP" \
        CORE_PEER_MSPCONFIGPATH="$(user_msp "$org" "$user")" \
        "$@"
}
TO_ORDERER=(-o "$HOST:$ORDERER_PORT" --tls --cafile "$ORDERER_CA")
TO_BOTH_PEERS=(--peerAddresses "$HOST:$(port_of 1 peer)" --tlsRootCertFiles "$(peer_node 1)/tls/ca.crt"
               --peerAddresses "$HOST:$(port_of 2 peer)" --tlsRootCertFiles "$(peer_node 2)/tls/ca.crt")

step "keys and genesis block"
cryptogen generate --config="$HERE/crypto-config.yaml" --output="$CRYPTO" > "$WORK/log/cryptogen.log"
node "$HERE/low-s.js" "$CRYPTO" >> "$WORK/log/cryptogen.log"
cp "$HERE/configtx.yaml" "$WORK/configtx.yaml"
configtxgen -configPath "$WORK" -profile Visits -channelID "$CHANNEL" \
    -outputBlock "$WORK/$CHANNEL.block" 2> "$WORK/log/configtxgen.log"

step "orderer"
spawn 10-orderer env FABRIC_CFG_PATH="$FABRIC_CFG" FABRIC_LOGGING_SPEC=info \
    ORDERER_GENERAL_LISTENADDRESS=$HOST \
    ORDERER_GENERAL_LISTENPORT=$ORDERER_PORT \
    ORDERER_GENERAL_LOCALMSPID=CouncilMSP \
    ORDERER_GENERAL_LOCALMSPDIR="$ORDERER_NODE/msp" \
    ORDERER_GENERAL_TLS_ENABLED=true \
    ORDERER_GENERAL_TLS_PRIVATEKEY="$ORDERER_NODE/tls/server.key" \
    ORDERER_GENERAL_TLS_CERTIFICATE="$ORDERER_NODE/tls/server.crt" \
    ORDERER_GENERAL_TLS_ROOTCAS="[$ORDERER_CA]" \
    ORDERER_GENERAL_CLUSTER_CLIENTCERTIFICATE="$ORDERER_NODE/tls/server.crt" \
    ORDERER_GENERAL_CLUSTER_CLIENTPRIVATEKEY="$ORDERER_NODE/tls/server.key" \
    ORDERER_GENERAL_CLUSTER_ROOTCAS="[$ORDERER_CA]" \
    ORDERER_GENERAL_BOOTSTRAPMETHOD=none \
    ORDERER_CHANNELPARTICIPATION_ENABLED=true \
    ORDERER_ADMIN_LISTENADDRESS=$HOST:$ORDERER_ADMIN_PORT \
    ORDERER_ADMIN_TLS_ENABLED=true \
    ORDERER_ADMIN_TLS_CLIENTAUTHREQUIRED=true \
    ORDERER_ADMIN_TLS_PRIVATEKEY="$ORDERER_NODE/tls/server.key" \
    ORDERER_ADMIN_TLS_CERTIFICATE="$ORDERER_NODE/tls/server.crt" \
    ORDERER_ADMIN_TLS_ROOTCAS="[$ORDERER_CA]" \
    ORDERER_ADMIN_TLS_CLIENTROOTCAS="[$ORDERER_CA]" \
    ORDERER_OPERATIONS_LISTENADDRESS=$HOST:$ORDERER_OPS_PORT \
    ORDERER_FILELEDGER_LOCATION="$WORK/orderer/ledger" \
    ORDERER_CONSENSUS_WALDIR="$WORK/orderer/wal" \
    ORDERER_CONSENSUS_SNAPDIR="$WORK/orderer/snapshot" \
    orderer
wait_for_port $ORDERER_PORT 10-orderer
wait_for_port $ORDERER_ADMIN_PORT 10-orderer

OSN=(-o "$HOST:$ORDERER_ADMIN_PORT" --ca-file "$ORDERER_CA"
     --client-cert "$ORDERER_ADMIN/tls/client.crt" --client-key "$ORDERER_ADMIN/tls/client.key")
step "channel $CHANNEL on the orderer"
osnadmin channel join --channelID "$CHANNEL" --config-block "$WORK/$CHANNEL.block" "${OSN[@]}" \
    > "$WORK/log/osnadmin.log" 2>&1
grep -q 'Status: 201' "$WORK/log/osnadmin.log" || { cat "$WORK/log/osnadmin.log" >&2; fail "the orderer did not join"; }
orderer_is_active() { osnadmin channel list --channelID "$CHANNEL" "${OSN[@]}" 2>&1 | grep -q '"status": "active"'; }
try_for 30 orderer_is_active
try_for 30 grep -q 'Raft leader changed' "$WORK/log/10-orderer.log"

for org in 1 2; do
    step "peer of Org$org"
    node=$(peer_node $org)
    spawn "2$org-peer-org$org" env FABRIC_CFG_PATH="$FABRIC_CFG" FABRIC_LOGGING_SPEC=info \
        CORE_PEER_ID="peer0.org$org.test" \
        CORE_PEER_ADDRESS="$HOST:$(port_of $org peer)" \
        CORE_PEER_LISTENADDRESS="$HOST:$(port_of $org peer)" \
        CORE_PEER_CHAINCODEADDRESS="$HOST:$(port_of $org chaincode-listen)" \
        CORE_PEER_CHAINCODELISTENADDRESS="$HOST:$(port_of $org chaincode-listen)" \
        CORE_PEER_GOSSIP_BOOTSTRAP="$HOST:$(port_of $org peer)" \
        CORE_PEER_GOSSIP_EXTERNALENDPOINT="$HOST:$(port_of $org peer)" \
        CORE_PEER_LOCALMSPID="Org${org}MSP" \
        CORE_PEER_MSPCONFIGPATH="$node/msp" \
        CORE_PEER_TLS_ENABLED=true \
        CORE_PEER_TLS_CERT_FILE="$node/tls/server.crt" \
        CORE_PEER_TLS_KEY_FILE="$node/tls/server.key" \
        CORE_PEER_TLS_ROOTCERT_FILE="$node/tls/ca.crt" \
        CORE_PEER_FILESYSTEMPATH="$WORK/peer$org" \
        CORE_LEDGER_SNAPSHOTS_ROOTDIR="$WORK/peer$org/snapshots" \
        CORE_LEDGER_STATE_STATEDATABASE=goleveldb \
        CORE_OPERATIONS_LISTENADDRESS="$HOST:$(port_of $org ops)" \
        CORE_CHAINCODE_EXTERNALBUILDERS="[{name: ccaas, path: '$HERE/builder'}]" \
        peer node start
    wait_for_port "$(port_of $org peer)" "2$org-peer-org$org"
done

for org in 1 2; do
    step "Org$org joins, installs and approves"
    try_for 30 as Admin $org peer channel join -b "$WORK/$CHANNEL.block"

    address=$HOST:$(port_of $org chaincode)
    box=$WORK/package/org$org
    mkdir -p "$box"
    sed "s/@ADDRESS@/$address/" "$HERE/package/connection.json" > "$box/connection.json"
    sed "s/@LABEL@/${CHAINCODE}_$CC_VERSION/" "$HERE/package/metadata.json" > "$box/metadata.json"
    tar -C "$box" --sort=name --owner=0 --group=0 --mtime=@0 -czf "$box/code.tar.gz" connection.json
    tar -C "$box" --sort=name --owner=0 --group=0 --mtime=@0 -czf "$box/$CHAINCODE.tgz" metadata.json code.tar.gz
    package=$(as Admin $org peer lifecycle chaincode calculatepackageid "$box/$CHAINCODE.tgz")
    as Admin $org peer lifecycle chaincode install "$box/$CHAINCODE.tgz" > "$WORK/log/install-org$org.log" 2>&1 \
        || { cat "$WORK/log/install-org$org.log" >&2; fail "install failed"; }

    spawn "3$org-chaincode-org$org" env -C "$CHAINCODE_DIR" CORE_CHAINCODE_LOGGING_LEVEL=warn \
        node node_modules/fabric-shim/cli.js server \
        --chaincode-address="$address" --chaincode-id="$package"
    wait_for_port "$(port_of $org chaincode)" "3$org-chaincode-org$org"

    try_for 30 as Admin $org peer lifecycle chaincode approveformyorg "${TO_ORDERER[@]}" \
        --channelID "$CHANNEL" --name "$CHAINCODE" --version "$CC_VERSION" --sequence $CC_SEQUENCE \
        --package-id "$package" --signature-policy "$CC_POLICY"
done

step "commit with $CC_POLICY"
try_for 30 as Admin 1 peer lifecycle chaincode commit "${TO_ORDERER[@]}" "${TO_BOTH_PEERS[@]}" \
    --channelID "$CHANNEL" --name "$CHAINCODE" --version "$CC_VERSION" --sequence $CC_SEQUENCE \
    --signature-policy "$CC_POLICY"

step "smoke test: invoke and query"
smoke_invoke() {
    as User1 1 peer chaincode invoke "${TO_ORDERER[@]}" "${TO_BOTH_PEERS[@]}" --waitForEvent \
        -C "$CHANNEL" -n "$CHAINCODE" \
        -c '{"Args":["addHospitalVisit","patient-0","smoke-1","Hospital One","cardiology","2026-01-01","check"]}'
}
smoke_query() {
    as User1 2 peer chaincode query -C "$CHANNEL" -n "$CHAINCODE" -c '{"Args":["getHospitalVisits","patient-0"]}'
}
smoke_invoke > "$WORK/log/smoke.log" 2>&1 || { cat "$WORK/log/smoke.log" >&2; fail "invoke failed"; }
smoke_query >> "$WORK/log/smoke.log" 2>&1 || { cat "$WORK/log/smoke.log" >&2; fail "query failed"; }
grep -q '"visitId":"smoke-1"' "$WORK/log/smoke.log" || fail "the query of Org2 does not show the visit"

# A gateway plans endorsements by discovery: wait until each peer has seen the other one on the channel.
step "both organisations visible to both gateways"
for org in 1 2; do
    other=$HOST:$(port_of $((3 - org)) peer)
    try_for 60 grep -q "Membership view has changed.*$other" "$WORK/log/2$org-peer-org$org.log"
done

for org in 1 2; do
    user=crypto/peerOrganizations/org$org.test/users/User1@org$org.test/msp
    cat > "$WORK/profile-org$org.yaml" <<PROFILE
peer: localhost:$(port_of $org peer)
tlsRoots: [crypto/peerOrganizations/org$org.test/peers/peer0.org$org.test/tls/ca.crt]
mspId: Org${org}MSP
certificate: $user/signcerts/User1@org$org.test-cert.pem
privateKey: $user/keystore/priv_sk
channel: $CHANNEL
chaincode: $CHAINCODE
organizations:
  Org1MSP: [crypto/peerOrganizations/org1.test/msp/cacerts/ca.org1.test-cert.pem]
  Org2MSP: [crypto/peerOrganizations/org2.test/msp/cacerts/ca.org2.test-cert.pem]
orderers:
  CouncilMSP: [crypto/ordererOrganizations/council.test/msp/cacerts/ca.council.test-cert.pem]
PROFILE
done

finished=1
step "up: channel $CHANNEL, chaincode $CHAINCODE; profiles in WORK/profile-org{1,2}.yaml, logs in WORK/log; down.sh ends it"
