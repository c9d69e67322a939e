package dev.socketscope.app.playback;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.actions.Shortcut;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TimeView;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.Playable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/**
 * Chooses the moment of a recording at which everything is shown.
 *
 * <pre>
 *   ◂◂  ▶  ▸▸   ──┃───┃┃──────●────┃──   2:14.3 / 9:51.0   14:03:22.120   10×
 * </pre>
 */
public final class PlaybackBar {
    private static final Shortcut TOGGLE = Shortcut.command(KeyCode.SPACE);
    private static final Shortcut PREVIOUS = Shortcut.command(KeyCode.LEFT).shifted();
    private static final Shortcut NEXT = Shortcut.command(KeyCode.RIGHT).shifted();
    private static final long SECOND = TimeView.SECOND;
    /** Panels read the recording anew at each step; more often than this they would do nothing else. */
    private static final long STEP_NANOS = 100_000_000;

    private final Live live;
    private final Player player;
    private final Times times;
    private final Slider slider;
    private final Label time = new Label();
    private final Label clock = new Label();
    private final Button play = Icons.button(Feather.PLAY, "", this::toggle);
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final HBox node;
    private boolean following;

    private final AnimationTimer timer = new AnimationTimer() {
        private long last;

        @Override
        public void start() {
            last = 0;
            super.start();
        }

        @Override
        public void handle(long now) {
            if (last == 0) {
                last = now;
            } else if (now - last >= STEP_NANOS) {
                player.advance(now - last);
                last = now;
                show();
            }
        }
    };

    public PlaybackBar(Live live, Playable recording) {
        this.live = live;
        List<Mark> marks = Mark.of(recording.history());
        player = new Player(TimeView.micros(recording.begin()), TimeView.micros(recording.end()), marks);
        times = new Times(player.begin(), ZoneId.systemDefault());
        slider = new Moments();
        slider.setId("playback-slider");
        slider.getStyleClass().add("playback-slider");
        slider.setValue(player.end());
        slider.valueProperty().subscribe((before, now) -> {
            if (!following) {
                go(now.longValue());
            }
        });
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        StackPane track = new StackPane(slider, new MarkStrip(player, marks));
        HBox.setHgrow(track, Priority.ALWAYS);
        play.setId("playback-play");
        time.setId("playback-time");
        node = new HBox(button("previous", Feather.SKIP_BACK, this::previous), play,
                button("next", Feather.SKIP_FORWARD, this::next), track, time, clock, speeds());
        node.setAlignment(Pos.CENTER_LEFT);
        node.getStyleClass().add("playback");
        node.setAccessibleRole(AccessibleRole.TOOL_BAR);
        node.setAccessibleText(Strings.of("playback.name"));
        time.getStyleClass().add("figures");
        clock.getStyleClass().addAll("figures", "muted");
        time.setMinWidth(Region.USE_PREF_SIZE);
        clock.setMinWidth(Region.USE_PREF_SIZE);
        playing.subscribe(this::dress);
        tell();
    }

    /** What stands below the head of the window. */
    public Node node() {
        return node;
    }

    /** For the palette, and by keys from anywhere in the window. */
    public List<Action> actions() {
        return List.of(action("toggle", Feather.PLAY, this::toggle).on(TOGGLE),
                action("previous", Feather.SKIP_BACK, this::previous).on(PREVIOUS),
                action("next", Feather.SKIP_FORWARD, this::next).on(NEXT),
                action("begin", Feather.CHEVRONS_LEFT, () -> go(player.begin())),
                action("end", Feather.CHEVRONS_RIGHT, () -> go(player.end())));
    }

    private static Action action(String name, Feather icon, Runnable task) {
        return Action.of("playback." + name, Group.VIEW, Strings.of("playback." + name), icon, task);
    }

    private static Button button(String name, Feather icon, Runnable task) {
        Button button = Icons.button(icon, Strings.of("playback." + name), task);
        button.setId("playback-" + name);
        return button;
    }

    private ComboBox<Integer> speeds() {
        ComboBox<Integer> speeds = new ComboBox<>();
        speeds.setId("playback-speed");
        speeds.getItems().setAll(Player.SPEEDS);
        speeds.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer times) {
                return times + "×";
            }

            @Override
            public Integer fromString(String text) {
                return Integer.valueOf(text.replace("×", ""));
            }
        });
        speeds.setValue(player.speed());
        speeds.valueProperty().subscribe((before, now) -> player.speed(now));
        speeds.setTooltip(new Tooltip(Strings.of("playback.speed")));
        speeds.setAccessibleText(Strings.of("playback.speed"));
        return speeds;
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        Runnable task = switch (event.getCode()) {
            case SPACE -> this::toggle;
            case LEFT -> event.isShiftDown() ? () -> go(player.position() - SECOND) : this::previous;
            case RIGHT -> event.isShiftDown() ? () -> go(player.position() + SECOND) : this::next;
            case HOME -> () -> go(player.begin());
            case END -> () -> go(player.end());
            default -> null;
        };
        if (task != null) {
            task.run();
            event.consume();
        }
    }

    private void toggle() {
        if (player.playing()) {
            player.pause();
        } else {
            player.play();
        }
        show();
    }

    private void previous() {
        player.previous();
        show();
    }

    private void next() {
        player.next();
        show();
    }

    private void go(long micros) {
        player.go(micros);
        show();
    }

    private void show() {
        playing.set(player.playing());
        live.paused().set(false);
        live.go(Instant.EPOCH.plus(player.position(), ChronoUnit.MICROS));
        tell();
    }

    private void tell() {
        following = true;
        slider.setValue(player.position());
        following = false;
        time.setText(Strings.of("playback.time", times.since(player.position()), times.since(player.end())));
        clock.setText(times.clock(player.position()));
        slider.notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE_STRING);
    }

    private void dress(boolean now) {
        if (now) {
            timer.start();
        } else {
            timer.stop();
        }
        String title = Strings.of(now ? "playback.pause" : "playback.play", TOGGLE.text());
        play.setGraphic(Icons.of(now ? Feather.PAUSE : Feather.PLAY));
        play.setTooltip(new Tooltip(title));
        play.setAccessibleText(title);
    }

    /** Ends playing. */
    public void close() {
        timer.stop();
    }

    /** Tells screen readers the time instead of microseconds. */
    private final class Moments extends Slider {
        Moments() {
            super(player.begin(), Math.max(player.begin() + 1.0, player.end()), player.end());
            setAccessibleText(Strings.of("playback.moment"));
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.VALUE_STRING ? time.getText()
                    : super.queryAccessibleAttribute(attribute, parameters);
        }
    }
}
