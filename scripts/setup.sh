# shellcheck shell=bash
# Sourced by the other scripts, which set `root`: installs what is missing, builds the release.
#
#   install_missing [MORE...]  everything that building needs, and packages named besides
#   install_checkers           clang 14 with its sanitizers, and what else only the checks need
#   build_release TARGET...    configures build/release when needed and builds the targets

say() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }

# Quiet when all goes well; the whole log when it does not.
logged() {
  local log
  log=$(mktemp)
  if "$@" </dev/null >"$log" 2>&1; then
    rm -f "$log"
    return 0
  fi
  cat "$log" >&2
  rm -f "$log"
  say "failed: $*"
  return 1
}

# What the presets of the sanitizers, the format check, clang-tidy and coverage take besides. The versions are those
# of Debian 12: formats differ from version to version.
checkers=(clang-14 libclang-rt-14-dev clang-format-14 clang-tidy-14 llvm-14)

packages=(g++ cmake ninja-build libcli11-dev nlohmann-json3-dev libfmt-dev libre2-dev catch2 jq)
without="going on without; the build downloads libraries that it does not find"

# A tool that is there already, however it came, is not installed again.
is_installed() {
  case $1 in
    g++) command -v g++ >/dev/null && return ;;
    cmake) command -v cmake >/dev/null && return ;;
    ninja-build) command -v ninja >/dev/null && return ;;
    jq) command -v jq >/dev/null && return ;;
    clang-14) command -v clang++-14 >/dev/null && return ;;
    llvm-14) command -v llvm-cov-14 >/dev/null && return ;;
    clang-format-14 | clang-tidy-14) command -v "$1" >/dev/null && return ;;
  esac
  [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null || true)" = "ii " ]
}

# Sets `root_command` to what runs a command as root.
find_root_command() {
  root_command=()
  [ "$(id -u)" -ne 0 ] || return 0
  command -v sudo >/dev/null && root_command=(sudo)
}

# install_with_apt PACKAGE...
install_with_apt() {
  local package
  local missing=()
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! find_root_command; then
    say "neither root nor sudo to install ${missing[*]}: $without"
    return 0
  fi
  say "installing ${missing[*]}"
  logged "${root_command[@]}" apt-get update -qq || true # an old list may do
  logged "${root_command[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" || say "$without"
}

# Catch2 2.13 is no longer in Homebrew; the build downloads it.
install_with_brew() {
  local package formula
  local missing=()
  for package in "${packages[@]}"; do
    case $package in
      cmake) formula=cmake ;;
      ninja-build) formula=ninja ;;
      libcli11-dev) formula=cli11 ;;
      nlohmann-json3-dev) formula=nlohmann-json ;;
      libfmt-dev) formula=fmt ;;
      libre2-dev) formula=re2 ;;
      jq) formula=jq ;;
      *) continue ;;
    esac
    brew list --formula "$formula" >/dev/null 2>&1 || missing+=("$formula")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing ${missing[*]}"
  logged env HOMEBREW_NO_AUTO_UPDATE=1 brew install "${missing[@]}" || say "$without"
}

# The tests check the program's reports with a validator that is not ours.
test_packages=(python3-jsonschema)

install_missing() {
  if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    install_with_apt "${packages[@]}" "$@"
  elif command -v brew >/dev/null; then
    install_with_brew
  elif ! command -v cmake >/dev/null || ! command -v ninja >/dev/null; then
    say "neither apt-get nor Homebrew here: install CMake 3.25, Ninja and a C++20 compiler"
    return 1
  fi # otherwise the build downloads the libraries that are not installed
}

install_checkers() {
  install_missing "${test_packages[@]}"
  without="going on without; the checks that need them will fail"
  if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    install_with_apt "${checkers[@]}"
  fi
}

build_release() (
  cd "${root:?}" || exit
  cache=build/release/CMakeCache.txt
  # A tree that was moved or copied brings a cache that is of no use in its new place.
  if [ -f "$cache" ] && ! grep -Fqx "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
    rm -rf build/release
  fi
  if [ ! -f build/release/build.ninja ]; then
    say "configuring build/release"
    logged cmake --preset release || exit
  fi
  if [ ! -x build/release/msmt-extract ]; then
    say "building build/release, which takes a minute or two the first time"
  fi
  logged cmake --build build/release --target "$@"
)
