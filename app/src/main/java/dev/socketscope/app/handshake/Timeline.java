package dev.socketscope.app.handshake;

import dev.socketscope.app.controls.Units;
import dev.socketscope.app.controls.Waterfall.Bar;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Handshake.Step;
import java.util.List;

/** The steps of an upgrade as bars. */
final class Timeline {
    private static final double WAIT_SHARE = 1.6;
    private static final double MARGIN = 1.12;
    private static final long SHOWN_AS_MICROS = 100;

    private static final String SWITCHED = "101";

    private Timeline() {}

    static List<Bar> bars(Handshake handshake) {
        return handshake.steps().stream().map(step -> bar(step, handshake.status())).toList();
    }

    /** What the whole width stands for, in microseconds. A long wait for the first frame is cut off: it is not part of the upgrade. */
    static double scale(Handshake handshake) {
        double upgrade = Math.max(1, handshake.totalMicros());
        double end = handshake.steps().stream().mapToLong(step -> step.startMicros() + step.micros()).max().orElse(0);
        return Math.max(upgrade, Math.min(end, upgrade * WAIT_SHARE)) * MARGIN;
    }

    private static String duration(long micros) {
        return micros < SHOWN_AS_MICROS ? micros + " µs" : Units.millis(micros) + " ms";
    }

    /** An upstream that refused did not answer with the code that the stations are called after. */
    private static String label(Step step, int status) {
        String label = step.station().label();
        return status == 0 ? label : label.replace(SWITCHED, Integer.toString(status));
    }

    private static Bar bar(Step step, int status) {
        return new Bar(label(step, status), step.startMicros(), step.micros(), duration(step.micros()),
                switch (step.station()) {
                    case ACCEPT, READ_REQUEST -> "bar-client";
                    case ROUTE -> "bar-engine";
                    case RESOLVE, CONNECT -> "bar-connect";
                    case SEND_UPGRADE, RECEIVE_RESPONSE, FORWARD_RESPONSE -> "bar-pass";
                    case UPSTREAM_PROCESSING -> "bar-upstream";
                    case FIRST_FRAME -> "bar-frame";
                });
    }
}
