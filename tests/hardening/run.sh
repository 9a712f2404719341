#!/usr/bin/env bash
# Checks what a program is guarded by, and that it needs no library beyond the C library.
#
#   run.sh READELF PROGRAM STATIC      STATIC: 1 when the C++ runtime is linked in
set -u
export LC_ALL=C
readelf=$1 program=$2 static=$3

header=$("$readelf" -hW "$program")
segments=$("$readelf" -lW "$program")
dynamic=$("$readelf" -dW "$program")
symbols=$("$readelf" --dyn-syms -W "$program")
failed=0

# expect WHAT TEXT PATTERN: a line of TEXT has the pattern.
expect() {
  grep -Eq -- "$3" <<<"$2" || { echo "missing: $1"; failed=1; }
}
# refuse WHAT TEXT PATTERN: no line has.
refuse() {
  if grep -E -- "$3" <<<"$2"; then echo "must not be: $1"; failed=1; fi
}

expect "position independent, for address space layout randomisation" "$header" 'Type: +DYN'
expect "relocations read-only after start" "$segments" 'GNU_RELRO'
expect "all relocations at start" "$dynamic" 'BIND_NOW|FLAGS.* NOW'
expect "a stack segment" "$segments" 'GNU_STACK'
refuse "an executable stack" "$segments" 'GNU_STACK.* [R ][W ]E '
refuse "memory that can be written and run" "$segments" 'LOAD.* RWE '
expect "guards on the stack" "$symbols" '__stack_chk_fail'
expect "checked copies (_FORTIFY_SOURCE)" "$symbols" '_chk@'
refuse "a path for libraries in the program" "$dynamic" '\((RPATH|RUNPATH)\)'
refuse "a shell or another program started" "$symbols" ' (system|popen|exec[lv][a-z]*|posix_spawn[a-z]*|fork|vfork)@'
refuse "a network socket" "$symbols" ' (socket|connect|getaddrinfo|gethostby[a-z]*)@'
refuse "temporary files elsewhere" "$symbols" ' (tmpfile|tmpnam|tempnam|mkstemp|mkdtemp)[0-9]*@'
if [ "$static" = 1 ]; then
  needed=$(sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' <<<"$dynamic" | grep -Ev '^(libc|libm|libpthread|ld-linux[^.]*)\.so' || true)
  [ -z "$needed" ] || { echo "must not be: needed $needed"; failed=1; }
fi
exit "$failed"
