# Becomes the command given, with a watcher beside it that ends the command when our standard input closes: that happens when
# the JVM closes it, and also when the JVM is killed.
exec 3<&0
(
  trap '' INT HUP
  cat <&3 >/dev/null
  kill -TERM $$
) 2>/dev/null &
# A session of its own, where the system can: Ctrl-C in the terminal then reaches the JVM alone, which stops things in order.
if command -v setsid >/dev/null; then
  exec setsid "$@" </dev/null 3<&-
fi
exec "$@" </dev/null 3<&-
