package dev.socketscope.app.overview;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LevelTrend;
import dev.socketscope.app.overview.LevelScale.Grade;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.ServiceLevel.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a service level was in the last minutes, the newest value at the right: dashed lines where target and alert are, the line in
 * the colour of what it was worth at each time. The pointer asks for a value and its time; whoever has no mouse walks there with the left
 * and right arrow, Home and End, and leaves with Escape.
 */
final class LevelChart extends Region {
    /** Less is not spread over the whole width, so that a jump at the start is not taken for a long one. */
    private static final Duration LEAST_SPAN = Duration.ofMinutes(2);
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
    private static final double MARK = 3;

    private final Kind kind;
    private final String title;
    private final Line target = line("level-target-line");
    private final Line alert = line("level-alert-line");
    private final Map<Grade, Path> grades = new EnumMap<>(Grade.class);
    private final Circle mark = new Circle(MARK);
    private final Tooltip tooltip = new Tooltip();
    private @Nullable LevelTrend trend;

    /** Of the value that the arrows have come to; negative when they have not been used. */
    private long walkedTo = -1;

    /** @param title for screen readers */
    LevelChart(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        tell(null);
        getStyleClass().add("level-chart");
        getChildren().addAll(target, alert);
        for (Grade grade : Grade.values()) {
            Path path = new Path();
            path.getStyleClass().addAll("level-line", Names.of(grade));
            path.setManaged(false);
            grades.put(grade, path);
            getChildren().add(path);
        }
        mark.getStyleClass().add("level-mark");
        mark.setManaged(false);
        mark.setVisible(false);
        getChildren().add(mark);
        // Escape is for the chart, which then takes it away.
        tooltip.setHideOnEscape(false);
        setOnMouseMoved(this::point);
        setOnMouseExited(e -> leave());
        setOnMousePressed(e -> requestFocus());
        setOnKeyPressed(this::walk);
        focusedProperty().subscribe((before, now) -> {
            if (!now) {
                leave();
            }
        });
    }

    private static Line line(String style) {
        Line line = new Line();
        line.getStyleClass().add(style);
        line.setManaged(false);
        return line;
    }

    /** @param now what is known; null for nothing */
    void show(@Nullable LevelTrend now) {
        boolean drawn = now == null ? trend == null : now.hasPointsOf(trend);
        trend = now;
        if (!drawn) {
            pseudoClassStateChanged(EMPTY, now == null || now.size() == 0);
            tell(now);
            requestLayout();
        }
    }

    private void tell(@Nullable LevelTrend now) {
        setAccessibleText(now == null || now.size() == 0 ? Strings.of("overview.level.history.none", title)
                : Strings.of("overview.level.history", title, words(kind, now, now.size() - 1,
                        ZoneId.systemDefault())));
    }

    @Override
    protected void layoutChildren() {
        LevelTrend shown = trend;
        grades.values().forEach(path -> path.getElements().clear());
        LevelScale scale = scale(shown);
        level(target, scale, kind.target());
        level(alert, scale, kind.alert());
        if (shown != null && shown.size() > 0) {
            draw(shown, scale);
            if (walkedTo >= 0) {
                stay(shown);
            }
        }
    }

    /** Time goes on under what is read off; what is too old for the chart is read off no more. */
    private void stay(LevelTrend shown) {
        int index = at(shown, walkedTo);
        if (index < 0) {
            leave();
        } else {
            read(shown, index, x(shown, index));
        }
    }

    private LevelScale scale(@Nullable LevelTrend shown) {
        double lowest = kind.target();
        double highest = kind.target();
        for (int i = 0; shown != null && i < shown.size(); i++) {
            lowest = Math.min(lowest, shown.value(i));
            highest = Math.max(highest, shown.value(i));
        }
        return LevelScale.of(kind, lowest, highest);
    }

    private void level(Line line, LevelScale scale, double value) {
        double y = Math.round(y(scale, value)) + 0.5;
        line.setStartX(0);
        line.setEndX(getWidth());
        line.setStartY(y);
        line.setEndY(y);
    }

    /** Each piece has the colour of the worse of its ends. */
    private void draw(LevelTrend shown, LevelScale scale) {
        double x = x(shown, 0);
        double y = y(scale, shown.value(0));
        Grade before = LevelScale.grade(kind, shown.value(0));
        path(before).getElements().addAll(new MoveTo(x, y), new LineTo(x + 1, y));
        Grade drawing = before;
        for (int i = 1; i < shown.size(); i++) {
            Grade here = LevelScale.grade(kind, shown.value(i));
            Grade worse = here.compareTo(before) > 0 ? here : before;
            if (i == 1 || worse != drawing) {
                path(worse).getElements().add(new MoveTo(x, y));
            }
            x = x(shown, i);
            y = y(scale, shown.value(i));
            path(worse).getElements().add(new LineTo(x, y));
            drawing = worse;
            before = here;
        }
    }

    private Path path(Grade grade) {
        return Objects.requireNonNull(grades.get(grade));
    }

    private double y(LevelScale scale, double value) {
        double height = getHeight() - 2 * MARK;
        return MARK + height * (1 - scale.share(value));
    }

    private double x(LevelTrend shown, int index) {
        long newest = shown.millis(shown.size() - 1);
        double span = Math.max(LEAST_SPAN.toMillis(), newest - shown.millis(0));
        return MARK + (getWidth() - 2 * MARK) * (1 - (newest - shown.millis(index)) / span);
    }

    private void point(MouseEvent event) {
        LevelTrend shown = trend;
        if (shown == null || shown.size() == 0) {
            leave();
            return;
        }
        walkedTo = -1;
        read(shown, nearest(shown, event.getX()), event.getX());
    }

    private void walk(KeyEvent event) {
        LevelTrend shown = trend;
        if (event.isShortcutDown() || event.isAltDown() || shown == null || shown.size() == 0) {
            return;
        }
        int newest = shown.size() - 1;
        int here = at(shown, walkedTo);
        int to = switch (event.getCode()) {
            case LEFT -> here < 0 ? newest : Math.max(0, here - 1);
            case RIGHT -> here < 0 ? newest : Math.min(newest, here + 1);
            case HOME -> 0;
            case END -> newest;
            case ESCAPE -> -1;
            default -> newest + 1;
        };
        if (to > newest || to < 0 && walkedTo < 0) {
            return;
        }
        if (to < 0) {
            leave();
        } else {
            walkedTo = shown.millis(to);
            read(shown, to, x(shown, to));
            setAccessibleHelp(tooltip.getText());
        }
        event.consume();
    }

    /** The value of a time; negative when there is none. */
    private static int at(LevelTrend shown, long millis) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.millis(i) == millis) {
                return i;
            }
        }
        return -1;
    }

    /** @param x where the words stand below */
    private void read(LevelTrend shown, int index, double x) {
        mark.setCenterX(x(shown, index));
        mark.setCenterY(y(scale(shown), shown.value(index)));
        mark.setVisible(true);
        tooltip.setText(words(kind, shown, index, ZoneId.systemDefault()));
        Point2D place = localToScreen(x + 12, getHeight() + 4);
        if (place == null) {
            return;
        }
        if (tooltip.isShowing()) {
            tooltip.setAnchorX(place.getX());
            tooltip.setAnchorY(place.getY());
        } else {
            tooltip.show(this, place.getX(), place.getY());
        }
    }

    private void leave() {
        walkedTo = -1;
        setAccessibleHelp(null);
        mark.setVisible(false);
        tooltip.hide();
    }

    private int nearest(LevelTrend shown, double x) {
        int nearest = 0;
        for (int i = 1; i < shown.size(); i++) {
            if (Math.abs(x(shown, i) - x) <= Math.abs(x(shown, nearest) - x)) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** {@code 12:03:40   99.4 %}, and the lines that stand there. */
    static String words(Kind kind, LevelTrend trend, int index, ZoneId zone) {
        LocalTime time = LocalTime.ofInstant(Instant.ofEpochMilli(trend.millis(index)), zone)
                .truncatedTo(ChronoUnit.SECONDS);
        return Strings.of("overview.level.at", String.format("%tT", time),
                Units.decimal(trend.value(index)) + " " + kind.unit()) + "\n" + LevelCard.target(kind);
    }
}
