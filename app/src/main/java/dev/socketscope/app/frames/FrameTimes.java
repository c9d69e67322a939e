package dev.socketscope.app.frames;

import dev.socketscope.app.controls.LogRow;
import dev.socketscope.app.controls.RowSource;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameRow;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;

/** Writes when a frame came, in the chosen way. */
final class FrameTimes {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS",
            Locale.ROOT);
    private final ZoneId zone;
    private final ConnectionNames connections;

    FrameTimes(ZoneId zone, ConnectionNames connections) {
        this.zone = zone;
        this.connections = connections;
    }

    /** A dash where there is nothing to count from. */
    String text(TimeMode mode, LogRow<FrameRow> row, Frame frame, RowSource<FrameRow> rows) {
        return switch (mode) {
            case CLOCK -> CLOCK.format(at(frame).atZone(zone));
            case SINCE_OPEN -> span(frame, connections.openedMicros(frame.connection()));
            case SINCE_PREVIOUS -> span(frame, previous(row, rows));
        };
    }

    /** Date, time and microseconds. */
    String full(Frame frame) {
        return WHOLE.format(at(frame).atZone(zone));
    }

    static Instant at(Frame frame) {
        return Instant.EPOCH.plus(frame.atMicros(), ChronoUnit.MICROS);
    }

    private static OptionalLong previous(LogRow<FrameRow> row, RowSource<FrameRow> rows) {
        FrameRow above = row.number() > rows.first() ? rows.row(row.number() - 1) : null;
        return above == null ? OptionalLong.empty() : OptionalLong.of(above.frame().atMicros());
    }

    private static String span(Frame frame, OptionalLong from) {
        if (from.isEmpty()) {
            return "—";
        }
        long micros = frame.atMicros() - from.getAsLong();
        long abs = Math.abs(micros);
        return String.format(Locale.ROOT, "%s%d.%06d", micros < 0 ? "-" : "+", abs / 1_000_000, abs % 1_000_000);
    }
}
