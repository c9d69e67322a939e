package dev.socketscope.app.shell;

import dev.socketscope.app.controls.FilePicker;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Engines;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.Recordable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Begins and ends the recording of the engine that is shown, and tells how it goes. */
final class RecordButton {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final DateTimeFormatter NAME = DateTimeFormatter
            .ofPattern("'socketscope-'yyyyMMdd-HHmmss'.sockets'");

    private final Button button;
    private final Live live;
    private final Recordable recording;
    private final Engines engines;
    private final FilePicker files;

    RecordButton(Button button, Live live, Engines engines, FilePicker files) {
        this.button = button;
        this.live = live;
        this.recording = engines.shown().get().recording();
        this.engines = engines;
        this.files = files;
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip());
        button.setGraphic(Icons.of(Feather.DISC));
        button.setOnAction(e -> toggle());
        live.latest().subscribe(state -> show());
    }

    private void show() {
        Recordable.State state = recording.state();
        boolean running = state instanceof Recordable.State.Running;
        button.pseudoClassStateChanged(RUNNING, running);
        button.setVisible(!(state instanceof Recordable.State.Impossible));
        button.setManaged(button.isVisible());
        String key = ShellKeys.RECORD.text();
        switch (state) {
            case Recordable.State.Running(Recordable.Progress progress) -> {
                button.setText(Units.bytes(progress.bytes()));
                tell(Strings.of("record.running", progress.file().toString(), Units.count(progress.frames()), key)
                        + (progress.missed() == 0 ? ""
                                : "\n" + Strings.of("record.missed", Units.count(progress.missed()))));
            }
            case Recordable.State.Idle(String trouble) -> {
                button.setText("");
                tell(trouble.isEmpty() ? Strings.of("record.idle", key) : Strings.of("record.trouble", trouble));
            }
            case Recordable.State.Impossible(String why) -> tell(why);
        }
    }

    private void tell(String text) {
        button.getTooltip().setText(text);
        button.setAccessibleText(text);
    }

    private void toggle() {
        if (recording.state() instanceof Recordable.State.Running) {
            live.deliver(CompletableFuture.supplyAsync(recording::stop), (file, failure) -> ended(file));
        } else {
            Path file = files.ask(LocalDateTime.now().format(NAME));
            if (file != null) {
                start(file);
            }
        }
        show();
    }

    private void ended(@Nullable Path file) {
        show();
        if (file != null) {
            Notice.offer(button, Strings.of("record.ended"), file.toString(), Strings.of("record.open"),
                    () -> FileDrop.open(button, engines, List.of(file.toFile())));
        }
    }

    /** Begins to write to a file. */
    void start(Path file) {
        try {
            recording.start(file);
        } catch (IOException e) {
            Notice.show(button, Strings.of("record.not"), String.valueOf(e.getMessage()));
        }
    }
}
