# Installs packages of Debian and Ubuntu, in groups, for the commands of ./dev.
#
#   need PACKAGE...         without these the command ends, with apt's reason
#   wish WHAT PACKAGE...    without these WHAT is left out, with apt's reason
#   install_packages        installs what is missing of all groups, in one call of apt where all goes well
#
# A package may be a choice of two, `g++-12/g++`: the first that this system has. Nothing is removed from the system, and
# nothing installed where the environment says LEIBNIZ_INSTALL=no. The caller sets build, a folder for the log.

groups="" packages=""
need() { for package; do wish "" "$package"; done; }
wish() {
  what=$1
  shift
  groups="$groups$what|$*
"
  packages="$packages $*"
}

# Whether a package is there, or a command of its name that came by other means.
is_there() {
  case $1 in
    g++) [ "$(g++ -dumpversion 2> /dev/null | cut -d. -f1)" -ge 12 ] 2> /dev/null ;;
    *) command -v "${1%-build}" > /dev/null || # ninja-build brings ninja
      [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null)" = installed ] ;;
  esac
}

# Prints what to install of the packages given: of a choice the first that this system has, if it is not there.
missing() {
  for choice; do
    for package in "${choice%/*}" "${choice#*/}"; do
      if is_there "$package"; then continue 2; fi
      if apt-cache show "$package" > /dev/null 2>&1; then break; fi
      package=${choice%/*}
    done
    printf ' %s' "$package"
  done
}

# Prints those of the packages given of which no choice is there.
absent() {
  for choice; do
    is_there "${choice%/*}" || is_there "${choice#*/}" || printf ' %s' "${choice%/*}"
  done
}

# Sets as_root, the words before a command that root runs; where there are none, `reason` says why.
find_root() {
  as_root="env LC_ALL=C DEBIAN_FRONTEND=noninteractive"
  if [ "$(id -u)" = 0 ]; then return; fi
  as_root="sudo $as_root"
  if ! command -v sudo > /dev/null; then reason="you are not root, and there is no sudo"
  elif sudo -n true 2> /dev/null; then return
  elif [ ! -t 0 ]; then reason="sudo asks for a password, and there is no terminal to give it at"
  else
    echo "sudo may ask for your password, to install$(missing $packages)"
    if sudo -v; then return; fi
    reason="sudo refused"
  fi
  return 1
}

# apt-get with the arguments given. Waits, at most ten minutes, while another process works with apt. Where it fails,
# `reason` says why; where more calls would be in vain, `in_vain` does, too.
apt() {
  waited=0
  while ! logged $as_root apt-get "$@"; do
    reason=$(apt_reason)
    case $reason in
      *"not get lock"*) ;;
      *) return 1 ;;
    esac
    [ $waited != 0 ] || echo "waiting for another process that installs packages ($reason)"
    if [ $waited = 600 ]; then in_vain=$reason; return 1; fi
    sleep 5
    waited=$((waited + 5))
  done
}

# Runs a command with its output in the log, and on the terminal where there is one.
logged() {
  if [ ! -t 1 ]; then "$@" > "$build/apt.log" 2>&1 < /dev/null; return; fi
  { code=0; "$@" 2>&1 < /dev/null || code=$?; echo "$code" > "$build/apt.code"; } | tee "$build/apt.log"
  return "$(cat "$build/apt.code")"
}

# Why apt failed, from its log, on one line.
apt_reason() {
  awk '
    /^The following packages will be REMOVED/ { part = "removed"; next }
    /have unmet dependencies/ { part = "unmet"; next }
    /^[^ ]/ { part = "" }
    part == "removed" { removed = removed $0 }
    part == "unmet" && unmet == "" { unmet = $0 }
    /^E: / && error == "" { error = substr($0, 4) }
    NF { last = $0 }
    END {
      if (removed != "" && error ~ /removed/) reason = "it would remove" removed
      else if (unmet != "") reason = unmet
      else reason = error != "" ? error : last
      gsub(/[ *]+/, " ", reason)
      gsub(/^ | $/, "", reason)
      print "apt: " reason
    }' "$build/apt.log"
}

# Installs packages; does not try, and gives the reason, where it is known to be in vain.
install_now() {
  if [ -n "$in_vain" ]; then reason=$in_vain; return 1; fi
  if apt install -y --no-remove --no-install-recommends "$@"; then return; fi
  case $reason in # no network; that the lists are old proves nothing, since one server may be away
    *"resolv"* | *"onnect"* | *"imed out"* | *"nreachable"*) in_vain=$reason ;;
  esac
  return 1
}

install_packages() {
  wanted=$(missing $packages)
  if [ -z "$wanted" ]; then return; fi
  if ! command -v apt-get > /dev/null; then
    echo "this system has no apt; needed or useful, by their Debian names:$wanted"
    return
  fi
  in_vain=""
  if [ "${LEIBNIZ_INSTALL:-yes}" = no ]; then in_vain="LEIBNIZ_INSTALL is no"
  elif ! find_root; then in_vain=$reason
  else
    echo "== package lists"
    apt update --error-on=any || echo "the package lists stay as old as they are ($reason)"
    wanted=$(missing $packages)
    echo "== install$wanted"
    if install_now $wanted; then return; fi
  fi
  lacking=""
  while IFS='|' read -r what members; do
    wanted=$(missing $members)
    if [ -z "$wanted" ]; then continue; fi
    if install_now $wanted; then echo "installed:$wanted"; continue; fi
    wanted=$(absent $members)
    if [ -z "$wanted" ]; then continue; fi
    if [ -n "$what" ]; then echo "left out: $what, for want of$wanted ($reason)"
    else lacking="$lacking$wanted" why=$reason
    fi
  done << list
${groups%?}
list
  if [ -z "$lacking" ]; then return; fi
  echo "needed, and not to be had:$lacking ($why)" >&2
  exit 1
}
