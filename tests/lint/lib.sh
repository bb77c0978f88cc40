# What the rules share. Each takes a tree to judge as its argument, the
# repository by default, so that selftest.sh can show it a wrong one.
set -u # and not pipefail: a grep that finds nothing is what we hope for
cd "${1:-$(dirname "$0")/../..}" || exit 2
export LC_ALL=C.UTF-8

# need TOOL...: a rule whose tool is missing has not passed.
need() {
  local tool
  for tool in "$@"; do
    command -v "$tool" >/dev/null && continue
    echo "$(basename "$0"):1: needs $tool"
    exit 1
  done
}

need awk find grep perl sed xargs

# Source files below the given folders with one of the endings.
# sources "c h" engine tests
sources() {
  local endings=$1 ending names=()
  shift
  for ending in $endings; do
    names+=(-o -name "*.$ending")
  done
  find "$@" \( -name node_modules -o -name build -o -name vendor \) -prune -o \
    -type f \( "${names[@]:1}" \) -print 2>/dev/null | sort
}

# The string literals of C files, neighbours joined: file:line:text.
literals() {
  perl -CSD -0777 -ne '
    my $line = 1;
    my ($text, $start) = ("", 0);
    while (m{\G(?:(//[^\n]*|/\*.*?\*/)|"((?:[^"\\\n]|\\.)*)"
             |(\x27(?:[^\x27\\\n]|\\.)*\x27)|(\#\s*include[^\n]*)
             |([A-Za-z_]\w*)|(\s+)|(.))}gsx) {
      my ($all, $comment, $string, $space) = ($&, $1, $2, $6);
      if (defined $string) {
        $start = $line unless $start;
        $text .= $string;
      } elsif ($start && !defined $space && !defined $comment &&
               $all !~ /^PRI[a-z]+[0-9A-Z]*$/) {
        $text =~ s/\n/ /g;
        print "$ARGV:$start:$text\n";
        ($text, $start) = ("", 0);
      }
      $line += ($all =~ tr/\n//);
    }
    print "$ARGV:$start:$text\n" if $start;
  ' "$@"
}

# finish: show what was found, `file:line: what` on each line, and judge.
finish() {
  local found
  found=$(cat)
  [ -n "$found" ] || exit 0
  printf '%s\n' "$found"
  exit 1
}
