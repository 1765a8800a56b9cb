---
purpose: Loads the rules, to watch first and then to enforce, with a way back that a lost connection does not stop, and keeps them over a reboot without touching the rules of others.
when: [own-hosts]
how: script
duties: [host-deny, host-control-plane, host-one-tool, host-etcd]
caution: Run it on one host as root, with a console at hand, and only then on the others. Choose nft or iptables, whichever the host has, and stay with it.
apply:
  - "sudo bash 07-layers/host-guard.sh watch nft     # a day or more; journalctl -k --grep mesh-pilot shows what would be dropped"
  - "sudo bash 07-layers/host-guard.sh try nft       # takes itself back after two minutes"
  - "sudo bash 07-layers/host-guard.sh keep nft      # from a new SSH session: stays, over reboots too"
undoCommands:
  - sudo bash 07-layers/host-guard.sh off nft
verify:
  what: After a reboot the rules are there, beside those of kube-proxy and the CNI.
  commands:
    - "sudo nft list table inet mesh_pilot # or iptables -L MESH-PILOT -n -v"
---
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
home="${MESH_PILOT_HOME:-/etc/mesh-pilot}"
unit="${MESH_PILOT_UNIT:-/etc/systemd/system/mesh-pilot-host-guard.service}"
usage="Usage: host-guard.sh watch|try|keep|off|load nft|iptables"
[ "$#" -eq 2 ] || { echo "$usage" >&2; exit 2; }
action="$1" tool="$2"
case "$tool" in nft | iptables) ;; *) echo "$usage" >&2; exit 2 ;; esac

families() { printf '%s\n' iptables ip6tables; }

# load watch|enforce, from the folder given
load() {
  local mode="$1" from="$2" family
  if [ "$tool" = nft ]; then
    sed "s/goto enforce/goto $mode/" "$from/host-guard.nft" | nft -f -
  else
    for family in $(families); do
      sed "s/^-A MESH-PILOT -g MESH-PILOT-ENFORCE$/-A MESH-PILOT -g MESH-PILOT-${mode^^}/" "$from/host-guard.$family" | "$family-restore" --noflush
      "$family" -C INPUT -j MESH-PILOT 2>/dev/null || "$family" -I INPUT 1 -j MESH-PILOT
    done
  fi
}

unload() {
  local family chain
  if [ "$tool" = nft ]; then
    # Adding first makes the deletion good, whether the table was there or not.
    printf 'add table inet mesh_pilot\ndelete table inet mesh_pilot\n' | nft -f -
  else
    for family in $(families); do
      while "$family" -D INPUT -j MESH-PILOT 2>/dev/null; do :; done
      for chain in MESH-PILOT MESH-PILOT-WATCH MESH-PILOT-ENFORCE; do "$family" -F "$chain" 2>/dev/null || true; done
      for chain in MESH-PILOT MESH-PILOT-WATCH MESH-PILOT-ENFORCE; do "$family" -X "$chain" 2>/dev/null || true; done
    done
  fi
}

keep_copy() {
  install -d -m 0700 "$home"
  [ "$here" = "$home" ] || install -m 0600 "$here"/host-guard.* "$home/"
}

# A job of the system, not of this shell: a lost connection does not end it.
plan_way_back() {
  if command -v systemd-run >/dev/null; then
    systemctl stop mesh-pilot-back.timer 2>/dev/null || true
    systemd-run --quiet --collect --unit=mesh-pilot-back --on-active=120 /bin/bash "$home/host-guard.sh" off "$tool"
  elif command -v at >/dev/null; then
    echo "[ -e $home/kept ] || /bin/bash $home/host-guard.sh off $tool" | at now + 2 minutes
  else
    echo "Neither systemd-run nor at is here, so there is no way back: nothing was loaded." >&2
    exit 1
  fi
}

case "$action" in
  watch)
    load watch "$here"
    echo "Nothing is dropped. journalctl -k --grep mesh-pilot shows what would be." ;;
  try)
    keep_copy
    rm -f "$home/kept"
    plan_way_back
    load enforce "$here"
    echo "Taken back in two minutes. Open a new SSH session, look around, then: host-guard.sh keep $tool" ;;
  keep)
    keep_copy
    touch "$home/kept"
    systemctl stop mesh-pilot-back.timer 2>/dev/null || true
    load enforce "$here"
    cat > "$unit" <<UNIT
[Unit]
Description=Host firewall of the mesh pilot
Before=network-pre.target
Wants=network-pre.target

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/bash $home/host-guard.sh load $tool

[Install]
WantedBy=multi-user.target
UNIT
    systemctl daemon-reload
    systemctl enable --quiet mesh-pilot-host-guard.service
    echo "Stays, over reboots too. Back: host-guard.sh off $tool" ;;
  load) load enforce "$home" ;;
  off)
    unload
    if [ -e "$unit" ]; then
      systemctl disable --quiet mesh-pilot-host-guard.service
      rm -f "$unit"
      systemctl daemon-reload
    fi
    echo "The rules of the mesh pilot are gone. Those of others were not touched." ;;
  *) echo "$usage" >&2; exit 2 ;;
esac
