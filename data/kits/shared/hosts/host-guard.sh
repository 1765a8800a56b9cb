---
purpose: Loads the rules, to watch first and then to enforce, with a way back that a lost connection does not stop, and keeps them over a reboot without touching the rules of others.
when: [own-hosts]
how: script
duties: [host-deny, host-control-plane, host-one-tool, host-etcd]
caution: Run it on one host as root, with a console at hand, and only then on the others. Choose nft or iptables, whichever the host has, and stay with it. Whoever starts nftables.service for the first time later flushes these rules with all others; say keep again then.
apply:
  - "sudo bash 07-layers/host-guard.sh watch nft     # a day or more; journalctl -k --grep mesh-pilot shows what would be dropped"
  - "sudo bash 07-layers/host-guard.sh try nft       # after two minutes all is as it was before"
  - "sudo bash 07-layers/host-guard.sh keep nft      # from a new SSH session: stays, over reboots too"
undoCommands:
  - sudo bash 07-layers/host-guard.sh off nft
verify:
  what: After a reboot, and after a reload or restart of nftables.service or firewalld, the rules are there, beside those of kube-proxy and the CNI.
  commands:
    - "sudo nft list table inet mesh_pilot # or iptables -L MESH-PILOT -n -v"
---
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
home="${MESH_PILOT_HOME:-/etc/mesh-pilot}"
unit="${MESH_PILOT_UNIT:-/etc/systemd/system/mesh-pilot-host-guard.service}"
usage="Usage: host-guard.sh watch|try|back|keep|off|load nft|iptables"
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

copy_to() {
  install -d -m 0700 "$home" "$1"
  [ "$here" = "$1" ] || install -m 0600 "$here"/host-guard.* "$1/"
}

# A job of the system, not of this shell: a lost connection does not end it.
plan_way_back() {
  local job=(/usr/bin/env "MESH_PILOT_HOME=$home" /bin/bash "$home/try/host-guard.sh" back "$tool")
  if command -v systemd-run >/dev/null && [ -d /run/systemd/system ]; then
    systemctl stop mesh-pilot-back.timer 2>/dev/null || true
    # To the second: by default a timer may be a minute late.
    systemd-run --quiet --collect --unit=mesh-pilot-back --on-active=120 --timer-property=AccuracySec=1s "${job[@]}"
  elif command -v at >/dev/null && at -l >/dev/null 2>&1; then
    printf '%q ' "${job[@]}" | at now + 2 minutes
  else
    echo "Neither systemd nor at runs here, so there is no way back: nothing was loaded." >&2
    exit 1
  fi
}

case "$action" in
  watch)
    load watch "$here"
    echo "Nothing is dropped. journalctl -k --grep mesh-pilot shows what would be." ;;
  try)
    # In a folder of their own, so that a restart before “keep” loads what was kept before, and not these.
    copy_to "$home/try"
    plan_way_back
    load enforce "$home/try"
    echo "Taken back in two minutes. Open a new SSH session, look around, then: host-guard.sh keep $tool" ;;
  back)
    # To what was kept before; to nothing where nothing was.
    unload
    if [ -e "$home/kept" ]; then
      tool="$(cat "$home/kept")"
      load enforce "$home"
    fi ;;
  keep)
    command -v systemctl >/dev/null || { echo "There is no systemd here to load the rules after a reboot: nothing was kept." >&2; exit 1; }
    copy_to "$home"
    echo "$tool" > "$home/kept"
    systemctl stop mesh-pilot-back.timer 2>/dev/null || true
    load enforce "$home"
    cat > "$unit" <<UNIT
[Unit]
Description=Host firewall of the mesh pilot
# Before any network, like other firewalls, so not after what itself waits for one.
DefaultDependencies=no
After=local-fs.target
Before=network-pre.target shutdown.target
Wants=network-pre.target
Conflicts=shutdown.target
# Whoever loads a whole rule set flushes this one with it: come after them, and again whenever they do.
After=nftables.service firewalld.service ufw.service netfilter-persistent.service
PartOf=nftables.service firewalld.service
ReloadPropagatedFrom=nftables.service firewalld.service

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/bash $home/host-guard.sh load $tool
ExecReload=/bin/bash $home/host-guard.sh load $tool

[Install]
WantedBy=sysinit.target
UNIT
    systemctl daemon-reload
    systemctl enable --quiet --now mesh-pilot-host-guard.service
    echo "Stays, over reboots too. Back: host-guard.sh off $tool" ;;
  load) load enforce "$home" ;;
  off)
    unload
    rm -f "$home/kept"
    if [ -e "$unit" ]; then
      systemctl disable --quiet --now mesh-pilot-host-guard.service
      rm -f "$unit"
      systemctl daemon-reload
    fi
    echo "The rules of the mesh pilot are gone. Those of others were not touched." ;;
  *) echo "$usage" >&2; exit 2 ;;
esac
