# Outlives the JVM that started it, however that ends: its input closes then, and every server below the folder $0 goes.
trap "" INT TERM HUP
cat >/dev/null

is_ours() { # pid, start: a pid that was given to another process since is not touched
  [ ! -e /proc/self/stat ] || [ "$(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20)" = "$2" ]
}
is_running() { kill -s 0 "$1" 2>/dev/null && ! grep -qs '^State:.Z' "/proc/$1/status"; }

for file in "$0"/*/run/*.pid; do
  [ -f "$file" ] && read -r pid start <"$file" && is_ours "$pid" "$start" || continue
  case $file in
    */postgres.pid) kill -s QUIT "$pid" && kill -s CONT "$pid" ;; # so that it gives its shared memory back
    *) kill -s KILL "$pid" ;;
  esac
  tries=0
  while is_running "$pid" && [ $tries -lt 80 ]; do sleep 0.1; tries=$((tries + 1)); done
  ! is_running "$pid" || kill -s KILL "$pid"
done 2>/dev/null
rm -rf "$0"
