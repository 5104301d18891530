package io.twinlane.engines;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Linux's own fence around a thread and all that it will start: files and TCP ports that nobody has opened to it are out of reach,
 * whatever a query asks for. There is no way back.
 */
final class Landlock {
  private static final int CREATE_RULESET = 444;
  private static final int ADD_RULE = 445;
  private static final int RESTRICT_SELF = 446;
  private static final int VERSION_FLAG = 1;
  private static final int PATH_BENEATH = 1;
  private static final int NET_PORT = 2;
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int O_PATH_CLOEXEC = 0x200000 | 0x80000;

  private static final long WRITE_FILE = 1 << 1;
  private static final long READ_FILE = 1 << 2;
  private static final long READ_FOLDER = 1 << 3;
  private static final long UP_TO_RENAMES = (1 << 14) - 1;
  private static final long TRUNCATE = 1 << 14;
  private static final long BIND_TCP = 1;
  private static final long BIND_AND_CONNECT_TCP = 3;

  /** The first version in which a file may be renamed into another folder, without which a store cannot be. */
  private static final long OLDEST = 2;
  private static final long WITH_TRUNCATE = 3;
  private static final long WITH_PORTS = 4;

  /** The C library's calls, by their own names. */
  interface LibC extends Library {
    NativeLong syscall(NativeLong number, Object... arguments);

    int open(String path, int flags);

    int close(int fd);

    int prctl(int option, NativeLong a, NativeLong b, NativeLong c, NativeLong d);
  }

  private final LibC c = Native.load("c", LibC.class);
  private final long version = call(CREATE_RULESET, null, size(0), VERSION_FLAG);

  /** Whether this kernel can: 5.19 and newer, unless it was switched off. */
  boolean available() {
    return version >= OLDEST;
  }

  /** Fences in this thread and what it will start: it may do all in its own folders, read what is named, and listen on these ports. */
  void restrict(List<Path> own, List<Path> readable, List<Integer> ports) {
    long files = UP_TO_RENAMES | (version >= WITH_TRUNCATE ? TRUNCATE : 0);
    int rules = ruleset(files);
    own.forEach(folder -> allow(rules, folder, files));
    allow(rules, Path.of("/dev/null"), READ_FILE | WRITE_FILE);
    readable.stream().filter(Files::exists)
        .forEach(path -> allow(rules, path, Files.isDirectory(path) ? READ_FILE | READ_FOLDER : READ_FILE));
    if (version >= WITH_PORTS) {
      ports.forEach(port -> allowListening(rules, port));
    }
    NativeLong none = new NativeLong(0);
    if (c.prctl(PR_SET_NO_NEW_PRIVS, new NativeLong(1), none, none, none) != 0 || call(RESTRICT_SELF, rules, 0) != 0) {
      throw new IllegalStateException("Cannot fence in ClickHouse: the system refuses it");
    }
    c.close(rules);
  }

  private int ruleset(long files) {
    Memory attributes = new Memory(2 * Long.BYTES);
    attributes.setLong(0, files);
    attributes.setLong(Long.BYTES, BIND_AND_CONNECT_TCP);
    long rules = call(CREATE_RULESET, attributes, size(version >= WITH_PORTS ? 2 * Long.BYTES : Long.BYTES), 0);
    if (rules < 0) {
      throw new IllegalStateException("Cannot fence in ClickHouse: the system gives no rules");
    }
    return (int) rules;
  }

  private void allow(int rules, Path path, long access) {
    int fd = c.open(path.toString(), O_PATH_CLOEXEC);
    Memory rule = new Memory(Long.BYTES + Integer.BYTES);
    rule.setLong(0, access);
    rule.setInt(Long.BYTES, fd);
    add(rules, PATH_BENEATH, rule, path);
    c.close(fd);
  }

  private void allowListening(int rules, int port) {
    Memory rule = new Memory(2 * Long.BYTES);
    rule.setLong(0, BIND_TCP);
    rule.setLong(Long.BYTES, port);
    add(rules, NET_PORT, rule, port);
  }

  private void add(int rules, int kind, Pointer rule, Object what) {
    if (call(ADD_RULE, rules, kind, rule, 0) != 0) {
      throw new IllegalStateException("Cannot fence in ClickHouse: the system takes no rule for " + what);
    }
  }

  private static NativeLong size(long bytes) {
    return new NativeLong(bytes);
  }

  private long call(int number, Object... arguments) {
    return c.syscall(new NativeLong(number), arguments).longValue();
  }
}
