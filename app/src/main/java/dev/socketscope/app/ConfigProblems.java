package dev.socketscope.app;

import dev.socketscope.app.controls.Shorten;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.Problem;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is wrong with a configuration, one thing below the other: where, and what was found and expected there. */
final class ConfigProblems extends ScrollPane {
    private static final double WIDTH = 560;
    private static final double MOST_HEIGHT = 300;
    private static final double GAP = 12;

    ConfigProblems(ConfigException trouble) {
        VBox lines = new VBox(GAP);
        lines.setId("config-problems");
        lines.setPadding(new Insets(GAP));
        if (trouble.problems().isEmpty()) {
            lines.getChildren().add(words(String.valueOf(trouble.getMessage())));
        }
        for (Problem problem : trouble.problems()) {
            lines.getChildren().add(new VBox(place(problem), words(problem.text())));
        }
        setContent(lines);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setPrefViewportWidth(WIDTH);
        setMaxHeight(MOST_HEIGHT);
        getStyleClass().add("plain-scroll");
    }

    /** {@code line 7 · routes[1].upstream}, or the file as a whole. */
    private static Label place(Problem problem) {
        String line = problem.line() == 0 ? "" : Strings.of("config.line", Integer.toString(problem.line()));
        String key = Shorten.line(problem.key());
        Label label = new Label(line.isEmpty() && key.isEmpty() ? Strings.of("config.whole")
                : line.isEmpty() || key.isEmpty() ? line + key : line + " · " + key);
        label.getStyleClass().addAll("data", "strong");
        label.setTooltip(new Tooltip(Shorten.tooltip(problem.toString())));
        return label;
    }

    private static Label words(String text) {
        Label label = new Label(Shorten.tooltip(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
