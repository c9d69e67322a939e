package dev.socketscope.bench.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** What Linux counts for processes and for the machine ({@code proc(5)}). */
final class Processes {
    /** {@code /proc} counts in hundredths of a second on every architecture that Java runs on. */
    private static final long MICROS_PER_TICK = 10_000;
    private static final int USER_TIME = 11;
    private static final int IDLE = 4;
    private static final int IO_WAIT = 5;
    private static final int STEAL = 8;

    private Processes() {}

    /** CPU time of all threads of these processes, in user space and in the kernel. */
    static long cpuMicros(Collection<Long> pids) {
        return pids.stream().mapToLong(Processes::cpuMicros).sum();
    }

    /** Resident memory of these processes; pages that they share are counted for each. */
    static long residentBytes(Collection<Long> pids) {
        return pids.stream().mapToLong(Processes::residentBytes).sum();
    }

    /** CPU time that all the machine's cores together have spent on anything but waiting. */
    static long machineBusyMicros() {
        String[] fields = read(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split(" +");
        long ticks = 0;
        for (int i = 1; i <= STEAL; i++) {
            ticks += i == IDLE || i == IO_WAIT ? 0 : Long.parseLong(fields[i]);
        }
        return ticks * MICROS_PER_TICK;
    }

    /** Files and sockets that this process, and any that it starts, may have open. */
    static int mostOpenFiles() {
        return read(Path.of("/proc/self/limits")).lines()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> line.split(" +")[3])
                .map(limit -> "unlimited".equals(limit) ? Integer.MAX_VALUE : Integer.parseInt(limit))
                .findFirst()
                .orElseThrow();
    }

    private static long cpuMicros(long pid) {
        String stat = read(Path.of("/proc", Long.toString(pid), "stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(afterName[USER_TIME]) + Long.parseLong(afterName[USER_TIME + 1])) * MICROS_PER_TICK;
    }

    private static long residentBytes(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "status")).lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .sum();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
