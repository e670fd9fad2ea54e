# A shell reads what is between these comments of JavaScript, and starts Node on the same file.
# V8 fixes the limit of its heap when it starts: three quarters of the container's memory, and 64 MiB less than all of it.
# Where nobody limits the container, or NODE_OPTIONS has a limit, Node decides.
limit=
lower() {
  value=
  { read -r value < "$1"; } 2> /dev/null
  case $value in '' | *[!0-9]*) return ;; esac
  # Version 1 gives a number of 19 digits where there is no limit.
  if [ ${#value} -lt 16 ] && { [ -z "$limit" ] || [ "$value" -lt "$limit" ]; }; then limit=$value; fi
}
while IFS=: read -r id controllers path; do
  case $id:,$controllers, in
    0:,,) folder=/sys/fs/cgroup file=memory.max ;;
    *,memory,*) folder=/sys/fs/cgroup/memory file=memory.limit_in_bytes ;;
    *) continue ;;
  esac
  case $path in *..*) path= ;; esac
  path=${path%/}
  while lower "$folder$path/$file" || :; [ -n "$path" ]; do path=${path%/*}; done
done 2> /dev/null < /proc/self/cgroup
case $NODE_OPTIONS in *max?old?space*) limit= ;; esac
if [ -z "$limit" ]; then exec node "$0" "$@"; fi
all=$((limit / 1048576)) heap=$((limit / 1048576 * 3 / 4))
if [ $heap -gt $((all - 64)) ]; then heap=$((all - 64)); fi
if [ $heap -lt 32 ]; then heap=32; fi
exec node --max-old-space-size=$heap "$0" "$@"
