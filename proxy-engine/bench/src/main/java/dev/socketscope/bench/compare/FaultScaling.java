package dev.socketscope.bench.compare;

import dev.socketscope.bench.load.LoadRun;
import dev.socketscope.bench.load.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;

/** What faults cost that are armed and never act, by how many there are: one engine, every number of faults by turns. */
public final class FaultScaling {
    private static final List<Integer> COUNTS = List.of(1, 5, 10, 20);
    private static final Workload WORKLOAD = new Workload.Echo("64 × 16 × 128 B", 64, 16, 128);
    private final PrintStream out;
    private final Path folder;
    private final Schedule schedule;

    public FaultScaling(PrintStream out, Path folder, Schedule schedule) {
        this.out = out;
        this.folder = folder;
        this.schedule = schedule;
    }

    public void run() throws IOException, InterruptedException, ExecutionException {
        Path tokenFile = folder.resolve("token");
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        try (EchoProcess echo = new EchoProcess(folder);
                OwnEngine engine = OwnEngine.controlled(EngineVariant.FULL_CAPTURE, echo.address(), folder, tokenFile);
                LoadRun load = new LoadRun()) {
            Meter meter = new Meter(load, echo);
            Control control = new Control(engine.control(), tokenFile);
            warmUp(engine, control, meter);
            for (int i = 0; i < schedule.rounds(); i++) {
                for (var armed : armed().entrySet()) {
                    arm(control, armed.getValue());
                    samples.computeIfAbsent(armed.getKey(), words -> new ArrayList<>())
                            .add(meter.measure(engine, WORKLOAD, schedule.warmUp(), schedule.measured()));
                }
            }
        }
        print(samples);
    }

    /** Each kind once, uncounted: it takes its own way through the code, which the JVM has to compile first. */
    private void warmUp(OwnEngine engine, Control control, Meter meter)
            throws IOException, InterruptedException, ExecutionException {
        for (IdleFault fault : IdleFault.values()) {
            arm(control, List.of(fault));
            meter.measure(engine, WORKLOAD, schedule.first(), schedule.warmUp());
        }
    }

    /** What is armed, by how a table says it. */
    private static Map<String, List<IdleFault>> armed() {
        Map<String, List<IdleFault>> armed = new LinkedHashMap<>();
        armed.put("none", List.of());
        for (IdleFault fault : IdleFault.values()) {
            COUNTS.forEach(count -> armed.put(count + " " + fault.words(), Collections.nCopies(count, fault)));
        }
        return armed;
    }

    private static void arm(Control control, List<IdleFault> faults) throws IOException, InterruptedException {
        control.disarmAll();
        for (IdleFault fault : faults) {
            control.arm(fault.json());
        }
    }

    private void print(Map<String, List<Sample>> samples) {
        List<Sample> none = samples.getOrDefault("none", List.of());
        out.println();
        out.println("| " + WORKLOAD.name()
                + ", faults armed | CPU µs each (lowest–highest) | ÷ none | per second | ÷ none | p50 µs | p99 µs |");
        out.println("|---|---|---|---|---|---|---|");
        samples.forEach((words, own) -> out.println(String.join(" | ", "| " + words, Figures.cpu(own),
                ratio(own, none, Sample::cpuMicrosEach), Figures.number(Samples.median(own, Samples::rate)),
                ratio(own, none, Samples::rate), Figures.number(Samples.median(own, Samples::p50)),
                Figures.number(Samples.median(own, Samples::p99)) + " |")));
    }

    private static String ratio(List<Sample> own, List<Sample> none, ToDoubleFunction<Sample> figure) {
        return Figures.ratio(Samples.median(own, figure), Samples.median(none, figure));
    }
}
