package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.TimeView;
import dev.socketscope.app.live.Metrics.Attempt;
import dev.socketscope.engine.prometheus.FamilyHistory;
import dev.socketscope.engine.prometheus.History;
import dev.socketscope.engine.prometheus.LevelEstimate;
import dev.socketscope.engine.prometheus.LevelEstimates;
import dev.socketscope.engine.prometheus.Preset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What has been scraped, and which of it is looked for. Used by one thread. */
final class MetricsModel {
    private final History history = new History();
    private String wanted = "";
    private Attempt last = Attempt.NONE;
    private Attempt lastGood = Attempt.NONE;
    private Attempt firstFailed = Attempt.NONE;
    private int failed;

    void add(Attempt attempt) {
        last = attempt;
        if (!attempt.failure().isEmpty()) {
            firstFailed = failed == 0 ? attempt : firstFailed;
            failed++;
        } else {
            failed = 0;
            lastGood = attempt;
            history.add(TimeView.micros(attempt.at()), attempt.scrape());
        }
    }

    /** @param words of which each has to be in a name, its help or its labels, in any case of letters */
    void search(String words) {
        wanted = words.strip().toLowerCase(Locale.ROOT);
    }

    /** Families under the headings of their topics. */
    List<Row> rows() {
        Preset preset = Preset.of(history);
        Map<Topic, List<FamilyHistory>> topics = new TreeMap<>(
                Comparator.comparingInt(Topic::place).thenComparing(Topic::title));
        history.families()
                .stream()
                .filter(this::isWanted)
                .forEach(family -> topics.computeIfAbsent(Topic.of(family.name(), preset), any -> new ArrayList<>())
                        .add(family));
        List<Row> rows = new ArrayList<>();
        topics.forEach((topic, families) -> {
            rows.add(new Row(topic.title(), null));
            families.forEach(family -> rows.add(new Row(family.name(), family)));
        });
        return rows;
    }

    private boolean isWanted(FamilyHistory family) {
        String text = (family.name() + " " + family.help() + " " + family.labels()).toLowerCase(Locale.ROOT);
        return List.of(wanted.split("\\s+")).stream().allMatch(text::contains);
    }

    int families() {
        return history.families().size();
    }

    Preset preset() {
        return Preset.of(history);
    }

    List<LevelEstimate> levels() {
        return LevelEstimates.of(history);
    }

    History history() {
        return history;
    }

    /** The newest attempt, good or not. */
    Attempt last() {
        return last;
    }

    /** The newest attempt that brought something; {@link Attempt#NONE} when none has. */
    Attempt lastGood() {
        return lastGood;
    }

    /** Attempts in a row, up to the newest, that have brought nothing. */
    int failed() {
        return failed;
    }

    /** When the first of these was. */
    Instant failingSince() {
        return firstFailed.at();
    }

    /** What has been left out of the newest scrape that brought something. */
    List<String> complaints() {
        return Complaints.of(lastGood.scrape(), history.refused());
    }

    boolean hasNothing() {
        return history.families().isEmpty();
    }
}
