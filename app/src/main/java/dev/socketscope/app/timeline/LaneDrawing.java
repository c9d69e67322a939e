package dev.socketscope.app.timeline;

import dev.socketscope.app.controls.Shorten;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TimeView;
import dev.socketscope.app.controls.TimelineBar;
import dev.socketscope.app.controls.TimelineLane;
import dev.socketscope.app.controls.Tone;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.story.RetryPattern;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lanes as the chart wants them. */
final class LaneDrawing {
    private static final int LONGEST_PATH = 60;
    private LaneDrawing() {}

    static TimelineLane of(Lane lane, Instant now) {
        List<TimelineBar> bars = new ArrayList<>();
        for (Piece piece : lane.pieces()) {
            long to = piece.to() == null ? Long.MAX_VALUE : TimeView.micros(piece.to());
            bars.add(new TimelineBar(piece.connection(), TimeView.micros(piece.from()), to, tone(piece.kind()), "",
                    piece.connection() + "  " + piece.text()));
        }
        // Moments must not disappear under what follows them.
        bars.sort((some, other) -> Boolean.compare(isMoment(some), isMoment(other)));
        Plan plan = lane.plan();
        if (plan != null) {
            bars.add(new TimelineBar(plan.connection(), TimeView.micros(plan.earliest()),
                    TimeView.micros(plan.latest()), Tone.PLANNED,
                    label(plan, now), whole(plan, now) + "\n" + plan.words()));
        }
        return new TimelineLane(lane.newest(), Shorten.to(lane.path(), LONGEST_PATH) + "  " + lane.newest(), note(lane),
                bars);
    }

    /** {@code #4 in 8–10 s}, {@code attempt 4 is due}, {@code attempt 4 overdue by 2 s}. */
    static String label(Plan plan, Instant now) {
        String number = Integer.toString(plan.number());
        if (!now.isBefore(plan.latest())) {
            String late = late(plan, now);
            return late.isEmpty() ? Strings.of("timeline.plan.due", number)
                    : Strings.of("timeline.plan.overdue", number, late);
        }
        long earliest = Math.max(0, Duration.between(now, plan.earliest()).toSeconds());
        long latest = Math.max(1, (Duration.between(now, plan.latest()).toMillis() + 999) / 1000);
        return Strings.of("timeline.plan.label", number,
                earliest == latest ? Long.toString(latest) : earliest + "–" + latest);
    }

    /** With how many there are at most. */
    private static String whole(Plan plan, Instant now) {
        String number = Integer.toString(plan.number());
        String most = Integer.toString(plan.most());
        if (now.isBefore(plan.planned())) {
            return Strings.of("timeline.plan", number, most, Units.seconds(Duration.between(now, plan.planned())));
        }
        String late = late(plan, now);
        return late.isEmpty() ? Strings.of("timeline.plan.of.due", number, most)
                : Strings.of("timeline.plan.of.overdue", number, most, late);
    }

    /** By how much it is overdue; empty for less than a second, in which nobody has to wonder. */
    private static String late(Plan plan, Instant now) {
        Duration late = Duration.between(plan.latest(), now);
        return late.toSeconds() < 1 ? "" : Units.span(late.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String note(Lane lane) {
        int times = lane.connections().size();
        String again = times == 1 ? "" : Strings.of("timeline.again", Units.count(times));
        return lane.pattern() == null ? again : again + " · " + title(lane.pattern());
    }

    private static String title(RetryPattern pattern) {
        return Strings.of("timeline.pattern." + pattern.name().toLowerCase(Locale.ROOT));
    }

    private static boolean isMoment(TimelineBar bar) {
        return bar.from() == bar.to();
    }

    private static Tone tone(Piece.Kind kind) {
        return switch (kind) {
            case CONNECTING, ATTEMPT -> Tone.TRYING;
            case OPEN -> Tone.GOOD;
            case LOST -> Tone.BROKEN;
            case WAITING -> Tone.WAITING;
            case HELD -> Tone.HELD;
            case ENDED -> Tone.OVER;
        };
    }
}
