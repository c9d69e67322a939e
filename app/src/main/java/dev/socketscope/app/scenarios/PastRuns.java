package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.scenario.Report;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The runs of this session that are remembered, the newest first. */
final class PastRuns extends ComboBox<Playing> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
            .withZone(ZoneId.systemDefault());
    private boolean choosing;

    /** @param show gets the one that a person chooses */
    PastRuns(ObservableList<Playing> past, Consumer<Playing> show) {
        setId("scenario-past");
        setAccessibleText(Strings.of("scenarios.past"));
        setPromptText(Strings.of("scenarios.past"));
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Playing playing) {
                return playing == null ? "" : words(playing);
            }

            @Override
            public @Nullable Playing fromString(String text) {
                return null;
            }
        });
        setPrefWidth(230);
        setMinWidth(120);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        past.addListener((ListChangeListener<Playing>) change -> {
            choosing = true;
            getItems().setAll(past);
            choosing = false;
            setVisible(past.size() > 1);
        });
        valueProperty().subscribe((before, now) -> {
            if (!choosing && now != null) {
                show.accept(now);
            }
        });
    }

    void choose(Playing playing) {
        choosing = true;
        setValue(playing);
        choosing = false;
    }

    private static String words(Playing playing) {
        Report report = playing.report();
        return playing.scenario().name() + "  "
                + (report == null ? Units.NOTHING
                        : TIME.format(report.observation().started()) + "  "
                                + ResultWords.outcome(report).toLowerCase(Locale.ROOT));
    }
}
