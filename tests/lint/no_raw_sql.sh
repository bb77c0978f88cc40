#!/usr/bin/env bash
# SQL stands only in the modules that keep things, as constant text: nowhere
# is it put together by printf.
. "$(dirname "$0")/lib.sh"

owners='^engine/(store|outbox|member|join|report)/'
sql='\b(SELECT|INSERT( OR [A-Z]+)? INTO|UPDATE [a-z_]+ SET|DELETE FROM'
sql+='|CREATE (TABLE|(UNIQUE )?INDEX|TRIGGER|VIEW|VIRTUAL|TEMP)'
sql+='|DROP (TABLE|INDEX)|ALTER TABLE|PRAGMA|ATTACH|VACUUM|SAVEPOINT'
sql+='|ROLLBACK|BEGIN IMMEDIATE|ORDER BY|WHERE [a-z_.]+ ?(=|<|>|IN))\b'
sql+='|\bselect\b.*\bfrom\b|\binsert into\b|\bdelete from\b'

{
  sources "c h def" engine | while read -r file; do literals "$file"; done |
    grep -vE "$owners" | grep -E "^[^:]*:[0-9]*:.*($sql)" |
    sed -E 's/^([^:]*:[0-9]*):.*/\1: SQL outside of storage/'
  # a call that formats, up to its end, and what it is given
  sources "c h" engine | xargs -r perl -CSD -0777 -ne '
    BEGIN { $sql = shift @ARGV; }
    while (m{\b(\w*printf)\s*(\((?:[^()"]|"(?:[^"\\]|\\.)*"|(?2))*\))}gs) {
      my ($call, $args, $at) = ($1, $2, $-[0]);
      my $line = 1 + (substr($_, 0, $at) =~ tr/\n//);
      $args =~ s/"\s*"//g;
      $args =~ s/PRAGMA \w+ = %d//g; # takes no parameter, and is a number
      print "$ARGV:$line: $call puts SQL together\n" if $args =~ /"[^"]*$sql/;
    }
  ' "$sql"
} | finish
