# Becomes the command given, with a watcher beside it. When our standard input closes, because the parent closes it or is dead, the
# watcher ends the command and all that it has started. To be begun in a session of its own (setsid), where no signal to the parent's
# group arrives: the watcher outlives the parent however that ends.
exec 3<&0
(
  trap '' HUP INT TERM
  cat <&3
  kill -s TERM -- "-$$" || kill -s TERM "$$" # the group, where the command leads one
  left=50
  while kill -0 "$$" && [ "$left" -gt 0 ]; do
    left=$((left - 1))
    sleep 0.2
  done
  kill -s KILL -- "-$$" || kill -s KILL "$$"
) >/dev/null 2>&1 &
exec "$@" </dev/null 3<&-
