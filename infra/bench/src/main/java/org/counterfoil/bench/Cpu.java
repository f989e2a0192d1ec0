package org.counterfoil.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.counterfoil.embedded.LocalPostgres;

/**
 * Processor time, user and system together, out of {@code /proc} (see proc_pid_stat(5)).
 *
 * @param jvm of this process; where server and clients share it, of both
 * @param postgres of the postmaster and its backends, living and ended
 * @param programs of programs that this process started and that have ended, such as pgbench
 */
public record Cpu(Duration jvm, Duration postgres, Duration programs) {

  private static final Duration TICK = Duration.ofMillis(10);
  private static final int FIELDS_BEFORE_NAME_END = 2;
  private static final int OWN_USER = 14;
  private static final int ENDED_CHILDREN_USER = 16;

  /** All that was used until now. */
  public static Cpu now(LocalPostgres postgres) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Path self = Path.of("/proc/self/stat");
    Path postmaster = stat(postgres.pid());
    return new Cpu(
        Duration.ofNanos(system.getProcessCpuTime()),
        used(postmaster, OWN_USER)
            .plus(used(postmaster, ENDED_CHILDREN_USER))
            .plus(usedByChildren(postgres.pid())),
        used(self, ENDED_CHILDREN_USER));
  }

  /** What was used since. */
  public Cpu since(Cpu earlier) {
    return new Cpu(
        jvm.minus(earlier.jvm), postgres.minus(earlier.postgres), programs.minus(earlier.programs));
  }

  private static Duration usedByChildren(long parent) {
    Duration used = Duration.ZERO;
    List<Long> children =
        ProcessHandle.of(parent).stream()
            .flatMap(ProcessHandle::children)
            .map(ProcessHandle::pid)
            .toList();
    for (long child : children) {
      if (Files.exists(stat(child))) {
        used = used.plus(used(stat(child), OWN_USER));
      }
    }
    return used;
  }

  private static Path stat(long pid) {
    return Path.of("/proc", Long.toString(pid), "stat");
  }

  /** User and system time, which stand side by side from the given field on, counted from 1. */
  private static Duration used(Path stat, int field) {
    try {
      String text = Files.readString(stat);
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      int user = field - FIELDS_BEFORE_NAME_END - 1;
      return TICK.multipliedBy(Long.parseLong(fields[user]) + Long.parseLong(fields[user + 1]));
    } catch (IOException gone) {
      throw new UncheckedIOException("Expected to read " + stat + ", but could not", gone);
    }
  }
}
