package dev.socketscope.bench.compare;

import dev.socketscope.bench.load.LoadRun;
import dev.socketscope.bench.load.Measured;
import dev.socketscope.bench.load.Workload;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Runs a workload through a candidate and reads the system's counters at its beginning and end. */
final class Meter {
    private final LoadRun load;
    private final EchoProcess echo;

    /** The system's counters at one moment, in microseconds of CPU time. */
    private record Reading(long relay, long ours, long machine) {}

    private final class Readings {
        private final List<Long> relay;
        private final List<Long> ours;
        private Reading first = new Reading(0, 0, 0);
        private Reading last = first;

        Readings(Candidate candidate) {
            relay = candidate.pids();
            ours = Stream.of(relay, echo.pids(), List.of(ProcessHandle.current().pid())).flatMap(List::stream).toList();
        }

        void begin() {
            first = now();
        }

        void end() {
            last = now();
        }

        Sample with(Measured measured) {
            double others = last.machine - first.machine - (last.ours - first.ours);
            double all = measured.nanos() / 1e3 * Runtime.getRuntime().availableProcessors();
            return new Sample(measured, last.relay - first.relay, Processes.residentBytes(relay),
                    Math.max(0, others / all));
        }

        private Reading now() {
            return new Reading(Processes.cpuMicros(relay), Processes.cpuMicros(ours), Processes.machineBusyMicros());
        }
    }

    Meter(LoadRun load, EchoProcess echo) {
        this.load = load;
        this.echo = echo;
    }

    Sample measure(Candidate candidate, Workload workload, Duration warmUp, Duration measured)
            throws InterruptedException, ExecutionException {
        Readings readings = new Readings(candidate);
        Measured result = load.run(candidate.address(), workload, warmUp, measured, readings::begin, readings::end);
        return readings.with(result);
    }
}
