#!/usr/bin/env bash
# What a store holds does not depend on luck: a run of `greffier keep` that is killed again and again until it is through
# equals an uninterrupted one byte for byte in a dump, 1 thread and 8 keep the same, two writers at once keep all, twice is
# once, and another order of articles gives the same groups and disputes.
#
#     kill_test.sh GREFFIER ARTICLES.jsonl PYTHON
set -euo pipefail
greffier=$1 python=$3
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for copy in $(seq 1 8); do sed -E "s/\"id\": ?\"/&$copy-/" "$2"; done > "$folder/articles.jsonl"
printf '{"id": "broken"\n{"id": "empty", "text": ""}\n' >> "$folder/articles.jsonl"

# Status 1 is right: two articles are set aside.
keep() {
  local status=0
  "$greffier" keep "$folder/$1" --store "$folder/$2" --threads "$3" 2>&1 || status=$?
  [ "$status" = 1 ] || { echo "keep $1 in $2 ended with $status" >&2; exit 1; }
}
dump() { "$python" "$here/dump_store.py" "$folder/$1" ${2:-}; }
same() { cmp <(dump "$1" ${4:-}) <(dump "$2" ${4:-}) || { echo "$3"; exit 1; }; }

keep articles.jsonl whole.db 1 > /dev/null

kills=0 hundredths=15
while :; do
  status=0
  { timeout -s KILL "$((hundredths / 100)).$(printf %02d $((hundredths % 100)))" \
      "$greffier" keep "$folder/articles.jsonl" --store "$folder/killed.db" --quiet --threads 1; } > /dev/null 2>&1 || status=$?
  [ "$status" -gt 1 ] || break
  [ "$status" = 137 ] || { echo "a resumed run ended with $status"; exit 1; }
  kills=$((kills + 1)) hundredths=$((hundredths + 5))
done 2> /dev/null
same whole.db killed.db "the killed run kept something else"
"$greffier" verify --store "$folder/killed.db"

keep articles.jsonl threads.db 8 > /dev/null
same whole.db threads.db "8 threads kept something else"

second=$(keep articles.jsonl whole.db 2) || { echo "$second"; exit 1; }
case "$second" in *" 0 kept, 0 new versions"*) ;; *) echo "kept twice: $second"; exit 1 ;; esac
same whole.db killed.db "a second run changed the store"

tac "$folder/articles.jsonl" > "$folder/reversed.jsonl"
keep reversed.jsonl reversed.db 1 > /dev/null
same whole.db reversed.db "another order gave other groups" --names

keep articles.jsonl both.db 1 > "$folder/first.log" &
keep reversed.jsonl both.db 1 > "$folder/second.log" || { cat "$folder/second.log"; exit 1; }
wait $! || { cat "$folder/first.log"; exit 1; }
same whole.db both.db "two writers at once kept something else" --names
"$greffier" verify --store "$folder/both.db"
echo "killed $kills times; $(dump whole.db | wc -l) rows are the same"
