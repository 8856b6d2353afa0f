#!/usr/bin/env bash
# A run of `greffier keep` that is killed again and again ends with the records of an uninterrupted run, and
# 1 thread and 8 keep the same.
#
#     kill_test.sh GREFFIER ARTICLES.jsonl
set -euo pipefail
greffier=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for copy in $(seq 1 12); do sed -E "s/\"id\": ?\"/&$copy-/" "$2"; done > "$folder/articles.jsonl"

keep() { "$greffier" keep "$folder/articles.jsonl" --store "$1" --quiet --threads "$2" || [ $? = 1 ]; }
records() { "$greffier" export --store "$1" --as jsonl; }

keep "$folder/whole.db" 1 2> /dev/null
kills=0
for tenths in 2 3 4 5 6 8; do
  timeout -s KILL "0.$tenths" "$greffier" keep "$folder/articles.jsonl" --store "$folder/killed.db" --quiet --threads 1 > /dev/null 2>&1 || kills=$((kills + 1))
done
keep "$folder/killed.db" 8 2> /dev/null
cmp <(records "$folder/whole.db") <(records "$folder/killed.db") || { echo "the killed run kept something else"; exit 1; }
"$greffier" verify --store "$folder/killed.db"

keep "$folder/threads.db" 8 2> /dev/null
cmp <(records "$folder/whole.db") <(records "$folder/threads.db") || { echo "8 threads kept something else"; exit 1; }

second=$(keep "$folder/whole.db" 2 2>&1 | tail -n 1)
case "$second" in *" 0 kept, 0 new versions"*) ;; *) echo "kept twice: $second"; exit 1 ;; esac
echo "killed $kills times; $(records "$folder/killed.db" | wc -l) records are the same"
