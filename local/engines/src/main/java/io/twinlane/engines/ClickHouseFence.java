package io.twinlane.engines;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fence around the server's process: how the parent orders it, and how the process raises it before the first query. */
record ClickHouseFence(List<Path> folders, List<Integer> ports) {
  /** Said once where the kernel cannot. */
  static final String NONE = "Cannot fence in ClickHouse: this kernel has no Landlock (Linux 5.19 or newer has). Whoever reaches its port can"
      + " read files with its function file().";

  private static final String FOLDERS = "twinlane.fence.folders";
  private static final String PORTS = "twinlane.fence.ports";

  /** What the engine looks at while it starts and measures itself; nobody's data. */
  private static final List<Path> READABLE = Stream.of("/proc/self", "/proc/cgroups", "/proc/cpuinfo", "/proc/diskstats", "/proc/loadavg",
      "/proc/meminfo", "/proc/pressure", "/proc/stat", "/proc/sys", "/proc/uptime", "/proc/version", "/proc/vmstat", "/sys", "/dev/urandom")
      .map(Path::of).toList();

  /** As options of the child JVM. */
  List<String> options() {
    return List.of("-D" + FOLDERS + "=" + join(folders, File.pathSeparator), "-D" + PORTS + "=" + join(ports, ","));
  }

  /** In the child, in the thread that will run the engine. */
  static void raise() {
    String folders = System.getProperty(FOLDERS);
    if (folders == null) {
      return; // opened
    }
    Landlock landlock = new Landlock();
    if (landlock.available()) {
      landlock.restrict(Stream.of(folders.split(File.pathSeparator)).map(Path::of).toList(), READABLE,
          Stream.of(System.getProperty(PORTS).split(",")).map(Integer::valueOf).toList());
    } else {
      System.err.println(NONE);
    }
  }

  private static String join(List<?> parts, String separator) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(separator));
  }
}
