package dev.socketscope.app.shell;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.HmrStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out what to tell of, each thing once: a service level whose alert is raised, and a build error until it is gone. What stood before the
 * window was opened is not news. JavaFX thread only; needs no toolkit.
 */
final class Alerts {
    private static final String OVERVIEW = "overview";
    private static final String HMR = "hmr";

    private Set<String> errors = Set.of();
    private long newest = -1;
    private boolean begun;

    /** What is new in this state. */
    List<Alert> in(LiveState state) {
        List<Alert> found = new ArrayList<>();
        for (Event event : state.events().events()) {
            if (event.seq() > newest && event instanceof Event.AlertRaised raised) {
                found.add(level(raised));
            }
        }
        newest = state.events().events().isEmpty() ? newest : state.events().events().getLast().seq();
        Set<String> now = state.readings()
                .hmr()
                .stream()
                .map(HmrStatus::error)
                .filter(Objects::nonNull)
                .map(HmrStatus.BuildError::message)
                .collect(Collectors.toCollection(HashSet::new));
        now.stream().filter(error -> !errors.contains(error)).forEach(error -> found.add(build(error)));
        errors = now;
        boolean first = !begun;
        begun |= state != LiveState.NOTHING;
        return first ? List.of() : found;
    }

    private static Alert level(Event.AlertRaised raised) {
        String kind = raised.level().name().toLowerCase(Locale.ROOT);
        return new Alert(Strings.of("alert.level", Strings.of("overview.level." + kind)), Strings.of("alert.level.text",
                Units.decimal(raised.value()) + " " + raised.level().unit()), OVERVIEW);
    }

    private static Alert build(String error) {
        return new Alert(Strings.of("alert.build"), error.lines().findFirst().orElse(""), HMR);
    }
}
